import type { Job } from './queries';

const names = ['rows', 'good', 'refused', 'skipped', 'withdrawn', 'kept'] as const;
export type FigureName = (typeof names)[number];

const held = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;

/** The figures of a job's result that have a name; what else it holds belongs to the page that started it. */
export function figuresOf(job: { result?: unknown }): { name: FigureName; figure: number }[] {
  return names.flatMap((name) => {
    const figure = held(job.result, name);
    return typeof figure === 'number' ? [{ name, figure }] : [];
  });
}

/** Whether the job only tried what it would do. */
export function isRehearsal(job: { result?: unknown }): boolean {
  return held(job.result, 'dry_run') === true;
}

/** How far a job is, in whole percent; one that has not been measured is at none. */
export function shareOf({ state, progress_done, progress_total }: Job): number {
  if (state === 'DONE') return 100;
  if (progress_total <= 0) return 0;
  return Math.min(100, Math.floor((progress_done / progress_total) * 100));
}

export type KeptRow = { id: string; position: number; label: string };

/** The rows that an undoing left as they are, because somebody has touched them since. */
export function keptRowsOf(job: { result?: unknown }): KeptRow[] {
  const rows = held(job.result, 'kept_rows');
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => {
    const [id, position, label] = [held(row, 'id'), held(row, 'position'), held(row, 'label')];
    const isRow = typeof id === 'string' && typeof position === 'number' && typeof label === 'string';
    return isRow ? [{ id, position, label }] : [];
  });
}
