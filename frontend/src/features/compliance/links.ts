import dayjs from 'dayjs';
import type { Figure } from './queries';

const pages: Record<Figure['list'], string> = {
  obligations: '/obligations',
  exceptions: '/exceptions',
  'audit-entries': '/audit',
};

const isMidnight = (time: dayjs.Dayjs) => time.isValid() && time.isSame(time.startOf('day'));

/** Moments at which days begin are days to the audit page, whose last day is meant to its end. */
function inDays(filter: string): string {
  const query = new URLSearchParams(filter);
  const [after, before] = [query.get('occurred_after'), query.get('occurred_before')];
  if (!after || !before) return filter;
  const [from, end] = [dayjs(after), dayjs(before)];
  // In another zone than the company's they begin at another hour: then the moments themselves are asked for.
  if (!isMidnight(from) || !isMidnight(end)) return query.toString();
  query.set('occurred_after', from.format('YYYY-MM-DD'));
  query.set('occurred_before', end.subtract(1, 'day').format('YYYY-MM-DD'));
  return query.toString();
}

/** The page that lists exactly what a figure counts. */
export function hrefOf({ list, filter }: Figure): string {
  return `${pages[list]}?${list === 'audit-entries' ? inDays(filter) : filter}`;
}

/** The same figure within a department: the service names the person and leaves the department to be said. */
export function within(figure: Figure, department: string | undefined): Figure {
  if (!department || new URLSearchParams(figure.filter).has('department_id')) return figure;
  return { ...figure, filter: `${figure.filter}&department_id=${encodeURIComponent(department)}` };
}
