import type { Values } from '@/shared/ui/record-form/fields';
import type { Incident, IncidentInput, PartyConclusion, PartyInput } from './queries';

/**
 * In the form the people concerned are chosen first, and what each did stands under their id: `told.<id>.deed`.
 * Both are how a refusal of the service finds its field.
 */
export type Chosen = { value: string; label: string };
type Told = { deed?: string | null; superior_id?: string | null };

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const chosen = (value: unknown): Chosen[] => (Array.isArray(value) ? (value as Chosen[]) : []);

export const peopleOf = (values: Values) => chosen(values.people);

/** What the service takes of the facts, the files and the people, in the order in which they were chosen. */
export function inputOf(values: Values): Omit<IncidentInput, 'loan_id'> {
  const told = (values.told ?? {}) as Record<string, Told>;
  const party = ({ value: person_id }: Chosen): PartyInput => {
    const { deed, superior_id } = told[person_id] ?? {};
    return { person_id, deed: deed ?? '', superior_id: superior_id ?? null };
  };
  return {
    kind: values.kind as IncidentInput['kind'],
    occurred_on: text(values.occurred_on),
    what_happened: text(values.what_happened),
    files: chosen(values.files).map(({ value }) => value),
    parties: peopleOf(values).map(party),
  };
}

/** An incident as the form holds it. Its superiors are named, so that none is looked for anew. */
export function formValues({ kind, occurred_on, what_happened, files, parties }: Incident): Values {
  const told = Object.fromEntries(
    parties.map(({ person, deed, superior }) => [person.id, { deed, superior_id: superior.id }]),
  );
  return {
    kind,
    occurred_on,
    what_happened,
    files: files.map(({ id, number, name }) => ({ value: id, label: `${name} · ${number}` })),
    people: parties.map(({ person: { id, name } }) => ({ value: id, label: name })),
    told,
  };
}

/** Where the form shows what the service says of a party. */
export function placeOf(pointer: string, ids: readonly string[]): string {
  const [, list, at, field] = pointer.split('/');
  if (list === 'files') return '/files';
  if (list !== 'parties') return pointer;
  const id = ids[Number(at)];
  return id === undefined || !field || field === 'person_id' ? '/people' : `/told/${id}/${field}`;
}

type Followed = Partial<Omit<PartyConclusion, 'person_id'>>;

/** What followed before, to begin with: an incident that was taken up again has a conclusion already. */
export function concludedValues({ parties, remedy }: Incident): Values {
  const followed = (party: Incident['parties'][number]): Followed => ({
    measure: party.consequence?.measure,
    fine: party.consequence?.fine,
    measure_note: party.consequence?.note,
    leadership: party.leadership?.measure,
    leadership_fine: party.leadership?.fine,
    leadership_note: party.leadership?.note ?? undefined,
  });
  const each = parties.map((party) => [party.person.id, followed(party)]);
  return { followed: Object.fromEntries(each), remedy: remedy ?? null };
}

export function followedOf(values: Values, id: string): Followed {
  return ((values.followed ?? {}) as Record<string, Followed>)[id] ?? {};
}

/** A fine that was typed before another measure was chosen is none. */
export function conclusionOf(
  values: Values,
  { parties }: Incident,
): { parties: PartyConclusion[]; remedy: string } {
  const one = ({ person: { id } }: Incident['parties'][number]): PartyConclusion => {
    const said = followedOf(values, id);
    return {
      person_id: id,
      measure: said.measure ?? 'NONE',
      fine: said.measure === 'FINE' ? (said.fine ?? null) : null,
      measure_note: said.measure_note ?? null,
      leadership: said.leadership ?? 'NONE',
      leadership_fine: said.leadership === 'FINE' ? (said.leadership_fine ?? null) : null,
      leadership_note: said.leadership_note ?? '',
    };
  };
  return { parties: parties.map(one), remedy: text(values.remedy) };
}

/** Where the form of the conclusion shows what the service says of a party. */
export function followedPlace(pointer: string, { parties }: Incident): string {
  const [, list, at, field] = pointer.split('/');
  const id = parties[Number(at)]?.person.id;
  return list === 'parties' && id && field ? `/followed/${id}/${field}` : pointer;
}
