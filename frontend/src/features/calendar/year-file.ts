import type { components } from '@/shared/api/schema';

type Input = components['schemas']['CalendarYearInput'];
/** What a file says: the days themselves, or CSV text for the service to read. */
export type YearFile = Pick<Input, 'csv'> & { year?: number; days?: Input['days'] };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads an announced year: JSON as the API takes it (`{"year":2027,"days":[…]}` or the days alone), otherwise
 * CSV. Whether the days themselves are right is for the service to say, row by row.
 */
export function readYearFile(text: string): YearFile | null {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') return null;
  if (!/^[[{]/.test(plain)) return plain.startsWith('date,') ? { csv: plain } : null;
  try {
    const read: unknown = JSON.parse(plain);
    if (Array.isArray(read)) return { days: read as Input['days'] };
    if (!isObject(read) || !Array.isArray(read.days)) return null;
    return {
      year: typeof read.year === 'number' ? read.year : undefined,
      days: read.days as Input['days'],
    };
  } catch {
    return null;
  }
}

/** `/days/3/date` is the fourth row's date; in CSV the service counts the lines, the header being none. */
export function rowOfPointer(pointer: string): { row: number; column: string } | null {
  const [area, place, ...column] = pointer.split('/').slice(1);
  const row = Number(place);
  if ((area !== 'days' && area !== 'csv') || !Number.isInteger(row)) return null;
  return { row: area === 'days' ? row + 1 : row, column: column.join('.') };
}
