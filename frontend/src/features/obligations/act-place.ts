import type { ObligationRow } from './queries';

/** What somebody does for themselves has a page of its own; everything else is done on the record. */
const ownPages: Record<string, string> = {
  'client.secrecy-renewal': '/me/secrecy',
  'client.information-report': '/client-information-reports/new',
};

type About = Pick<ObligationRow, 'kind' | 'subject' | 'subject_kind'>;

/** Where it is done: the address, or null where no page shows the record. */
export function placeToAct(
  { kind, subject, subject_kind }: About,
  me: string | undefined,
  hrefOf: (type: string, id: string) => string | null,
): string | null {
  const own = subject_kind === 'person' && subject.id === me ? ownPages[kind] : undefined;
  return own ?? hrefOf(subject_kind, subject.id);
}
