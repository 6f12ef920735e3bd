import type { Values } from '@/shared/ui/record-form/fields';
import type { EntryInput, Report, ReportInput } from './queries';

/**
 * In the form the clients are chosen first, and what is told of each stands under its id: `told.<id>.plan`. Both
 * are how a refusal of the service finds its field.
 */
export type Chosen = { value: string; label: string };
type Told = { competition?: string | null; changes?: string | null; plan?: string | null };

export function chosenOf(values: Values): Chosen[] {
  return Array.isArray(values.clients) ? (values.clients as Chosen[]) : [];
}

function toldOf(values: Values): Record<string, Told> {
  return (values.told ?? {}) as Record<string, Told>;
}

const joined = (one?: string | null, other?: string | null) =>
  [one, other].filter(Boolean).join('\n') || null;

/** A report as the form holds it. Two files that became one are told of in one place. */
export function formValues({ summary, discoveries, entries }: Report): Values {
  const clients: Chosen[] = [];
  const told: Record<string, Told> = {};
  for (const { client_id, client, client_name, competition, changes, plan } of entries) {
    const before = told[client_id];
    if (!before) clients.push({ value: client_id, label: client?.name ?? client_name });
    told[client_id] = {
      competition: joined(before?.competition, competition),
      changes: joined(before?.changes, changes),
      plan: joined(before?.plan, plan),
    };
  }
  return { summary, discoveries: discoveries ?? null, clients, told };
}

/** What the service takes of the clients that are chosen, in the order in which they were. */
export function entriesOf(values: Values): EntryInput[] {
  const told = toldOf(values);
  return chosenOf(values).map(({ value: client_id }) => {
    const { competition, changes, plan } = told[client_id] ?? {};
    return { client_id, competition: competition ?? '', changes: changes ?? null, plan: plan ?? null };
  });
}

function laidOver(base: Values, patch: Values): Values {
  const told = { ...toldOf(base) };
  for (const [id, said] of Object.entries(toldOf(patch))) told[id] = { ...told[id], ...said };
  return { ...base, ...patch, told };
}

/** The change as the service takes it: the clients as a whole, where anything told of them has changed. */
export function patchOf(base: Values, patch: Values): Partial<ReportInput> {
  const { clients, told, ...plain } = patch;
  const isTold = clients !== undefined || told !== undefined;
  return isTold ? { ...plain, entries: entriesOf(laidOver(base, patch)) } : plain;
}

/** Where the form shows what the service says of an entry. */
export function placeOf(pointer: string, ids: readonly string[]): string {
  const [, list, at, field] = pointer.split('/');
  if (list !== 'entries') return pointer;
  const id = ids[Number(at)];
  return id === undefined || !field || field === 'client_id' ? '/clients' : `/told/${id}/${field}`;
}
