import type { Obligation } from './queries';

type About = Pick<Obligation, 'subject_kind' | 'closed_by' | 'person'>;

/**
 * Where the act is done that closes it: on the record, at the right place of its page, or on a page of one's own.
 * Null where it is somebody else's own affair.
 */
export function placeOfAct(
  { subject_kind, closed_by, person }: About,
  recordHref: string | null,
  me: string | undefined,
): string | null {
  if (subject_kind === 'person') {
    if (!person || person.id !== me) return null;
    if (closed_by.includes('acknowledge_secrecy')) return '/me/secrecy';
    if (closed_by.includes('create_client_information_report')) return '/client-information-reports/new';
  }
  const isContact = closed_by.length === 1 && closed_by[0] === 'record_interaction';
  return recordHref && isContact ? `${recordHref}?tab=interactions` : recordHref;
}
