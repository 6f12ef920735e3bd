import type { Values } from '@/shared/ui/record-form/fields';
import type { Disclosure, DisclosureInput } from './queries';

/**
 * In the form the files are chosen first, and the consent of each client stands under its id:
 * `consent.<id>.given_by`. Both are how a refusal of the service finds its field.
 */
export type Chosen = { value: string; label: string };
type Consent = { given_by?: string | null; given_on?: string | null; attachment_id?: string | null };
type FileInput = DisclosureInput['files'][number];

export function chosenOf(values: Values): Chosen[] {
  return Array.isArray(values.chosen) ? (values.chosen as Chosen[]) : [];
}

function consentsOf(values: Values): Record<string, Consent> {
  return (values.consent ?? {}) as Record<string, Consent>;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** A disclosure as the form holds it. */
export function formValues(disclosure: Disclosure): Values {
  const { recipient_kind, recipient, purpose, ground, legal_basis, sections, form, files } = disclosure;
  const consent: Record<string, Consent> = {};
  for (const { client, consent: given } of files) {
    if (!given) continue;
    const { given_by, given_on, attachment, attachment_removed } = given;
    // One that was withdrawn is chosen no more: another has to be.
    consent[client.id] = { given_by, given_on, attachment_id: attachment_removed ? null : attachment?.id };
  }
  const chosen = files.map(({ client, number }) => ({
    value: client.id,
    label: `${client.name} · ${number}`,
  }));
  return {
    recipient_kind,
    recipient: recipient ?? null,
    purpose,
    ground,
    legal_basis: legal_basis ?? null,
    sections,
    form,
    chosen,
    consent,
  };
}

/** The files in the order in which they were chosen; a law asks nobody. */
function filesOf(values: Values): FileInput[] {
  const consents = consentsOf(values);
  return chosenOf(values).map(({ value: client_id }) => {
    if (values.ground !== 'CONSENT') return { client_id };
    const { given_by, given_on, attachment_id } = consents[client_id] ?? {};
    const consent = {
      given_by: given_by ?? '',
      given_on: given_on ?? '',
      attachment_id: attachment_id ?? '',
    };
    return { client_id, consent };
  });
}

/** What the service takes: of the recipient and the law only what is asked for. */
export function inputOf(values: Values): DisclosureInput {
  const { recipient_kind, purpose, ground, sections, form } = values as DisclosureInput;
  return {
    recipient_kind,
    recipient: recipient_kind === 'CLIENT' ? null : text(values.recipient),
    purpose,
    ground,
    legal_basis: ground === 'LAW' ? text(values.legal_basis) : null,
    sections,
    form,
    files: filesOf(values),
  };
}

/** A change laid over what was read last, as a whole: its parts hang on each other. */
export function laidOver(base: Values, patch: Values): Values {
  const consent = { ...consentsOf(base) };
  for (const [id, said] of Object.entries(consentsOf(patch))) consent[id] = { ...consent[id], ...said };
  return { ...base, ...patch, consent };
}

/** Where the form shows what the service says of a file. */
export function placeOf(pointer: string, ids: readonly string[]): string {
  const [, list, at, part, field] = pointer.split('/');
  if (list !== 'files') return pointer;
  const id = ids[Number(at)];
  return id === undefined || part !== 'consent' || !field ? '/chosen' : `/consent/${id}/${field}`;
}
