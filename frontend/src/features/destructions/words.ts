import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from '@/shared/ui/values/tag';
import type { DestructionRow } from './queries';

export const grounds = [
  'DISSOLVED',
  'CEASED',
  'SUPERSEDED',
  'MISTAKEN',
  'EXPIRED',
] as const satisfies readonly DestructionRow['ground'][];

export const states = [
  'REQUESTED',
  'SENT_BACK',
  'APPROVED',
  'CARRIED_OUT',
  'ABANDONED',
  'REJECTED',
  'WITHDRAWN',
] as const satisfies readonly DestructionRow['state'][];

export const tones: Record<DestructionRow['state'], Tone> = {
  REQUESTED: 'accent',
  SENT_BACK: 'warning',
  REJECTED: 'neutral',
  WITHDRAWN: 'neutral',
  APPROVED: 'warning',
  ABANDONED: 'neutral',
  CARRIED_OUT: 'danger',
};

/** What kind of records of a file is counted; the trail counts them by the same words. */
export function useKindWord(): (kind: string) => string {
  const { t } = useTranslation('acts');
  return useCallback(
    (kind) => t(`field.destroyed.${kind}` as 'field.destroyed.client', { defaultValue: kind }),
    [t],
  );
}
