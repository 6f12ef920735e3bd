import type { Notification } from './queries';

type Several = { count: number; dueOn: string; href: string };

/**
 * One notice may tell of several obligations of a kind that came at once, and names the first of them: it opens
 * the list of all. What was escalated is due of the people below the reader.
 */
export function severalOf({ kind, params }: Pick<Notification, 'kind' | 'params'>): Several | null {
  if (!kind.startsWith('obligation.') || !params) return null;
  const count = Number(params.count);
  if (!(count > 1)) return null;
  const whose = kind === 'obligation.escalated' ? 'TEAM' : 'MINE';
  const query = new URLSearchParams({ whose, kind: String(params.kind) });
  return { count, dueOn: String(params.due_on), href: `/obligations?${query}` };
}
