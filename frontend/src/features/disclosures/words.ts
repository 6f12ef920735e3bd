import type { Tone } from '@/shared/ui/values/tag';
import type { Disclosure, DisclosureRow } from './queries';

export const recipientKinds = [
  'AUTHORITY',
  'PARTNER',
  'SUPPLIER',
  'CLIENT',
  'OTHER',
] as const satisfies readonly DisclosureRow['recipient_kind'][];

export const grounds = ['CONSENT', 'LAW'] as const satisfies readonly DisclosureRow['ground'][];

export const sectionNames = [
  'BASIC',
  'CONTACTS',
  'PURCHASES',
  'INTERACTIONS',
  'QUALIFICATIONS',
  'PAPERS',
] as const satisfies readonly DisclosureRow['sections'][number][];

export const forms = [
  'PAPER',
  'ELECTRONIC',
  'ON_SITE',
  'ORAL',
] as const satisfies readonly DisclosureRow['form'][];

export const meansNames = [
  'IN_PERSON',
  'MAIL',
  'EMAIL',
  'PORTAL',
  'TELEPHONE',
] as const satisfies readonly NonNullable<Disclosure['means']>[];

export const states = [
  'REQUESTED',
  'SENT_BACK',
  'APPROVED',
  'PROVIDED',
  'LAPSED',
  'GIVEN_UP',
  'REJECTED',
  'WITHDRAWN',
] as const satisfies readonly DisclosureRow['state'][];

export const tones: Record<DisclosureRow['state'], Tone> = {
  REQUESTED: 'accent',
  SENT_BACK: 'warning',
  REJECTED: 'neutral',
  WITHDRAWN: 'neutral',
  APPROVED: 'warning',
  PROVIDED: 'ok',
  GIVEN_UP: 'neutral',
  LAPSED: 'danger',
};
