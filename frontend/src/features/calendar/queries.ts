import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Term } from './term';

type Schemas = components['schemas'];
export type DayDetail = Schemas['CalendarDayDetail'];
export type WeekPattern = Schemas['WeekPattern'];
export type YearImport = Schemas['CalendarYearImport'];

/** What makes a calendar: decisions about days, announced years, week patterns. */
const meta = { changedBy: ['calendar-day', 'calendar-year', 'week-pattern'] };

export function useCalendar(from: string, to: string, isWanted = true) {
  return useQuery({
    queryKey: ['calendar', 'range', from, to],
    queryFn: () => answer(api.GET('/api/v1/calendar', { params: { query: { from, to } } })),
    placeholderData: keepPreviousData,
    enabled: isWanted,
    meta,
  });
}

export function useDay(date: string) {
  return useQuery({
    queryKey: ['calendar', 'day', date],
    queryFn: () => answer(api.GET('/api/v1/calendar/days/{date}', { params: { path: { date } } })),
    meta,
  });
}

export function useWeekPatterns() {
  return useQuery({
    queryKey: ['calendar', 'week-pattern'],
    queryFn: () => answer(api.GET('/api/v1/calendar/week-pattern')),
    meta,
  });
}

export function useDeadline(from: string | undefined, { unit, amount }: Term) {
  const term = unit === 'DAYS' ? { working_days: amount } : { working_minutes: amount * 60 };
  return useQuery({
    queryKey: ['calendar', 'deadline', from, unit, amount],
    queryFn: () =>
      answer(api.GET('/api/v1/calendar/deadline', { params: { query: { from: from ?? '', ...term } } })),
    enabled: from !== undefined,
    placeholderData: keepPreviousData,
    meta,
  });
}

export function useCalendarChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['calendar'] });
}

export function decideDay(body: Schemas['CalendarDayInput'], key: string) {
  return answer(api.POST('/api/v1/calendar/days', { headers: idempotencyKey(key), body }));
}

export function withdrawDay({ date, version }: DayDetail, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/calendar/days/{date}/actions/withdraw', {
      params: { path: { date }, header: ifMatch(version) },
      headers: idempotencyKey(key),
      body: { reason },
    }),
  );
}

export function setWeekPattern(body: Schemas['WeekPatternInput'], key: string) {
  return answer(api.POST('/api/v1/calendar/week-pattern', { headers: idempotencyKey(key), body }));
}

export function importYear(body: Schemas['CalendarYearInput'], isRehearsal: boolean, key: string) {
  return answer(
    api.POST('/api/v1/calendar/actions/import', {
      params: { query: { dry_run: isRehearsal } },
      headers: idempotencyKey(key),
      body,
    }),
  );
}
