import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export type Reading = components['schemas']['ClientReading'];

/** Days are picked, times are asked for; the last day is meant to its end. */
export function serviceQuery(search: Record<string, unknown>): Record<string, unknown> {
  const day = (name: string, shift: number) => {
    const value = search[name];
    if (typeof value !== 'string' || value.length > 10) return {};
    return { [name]: dayjs(value).startOf('day').add(shift, 'day').toISOString() };
  };
  return { ...search, ...day('read_after', 0), ...day('read_before', 1) };
}

export function useReadings(search: Record<string, unknown>) {
  const query = serviceQuery(search);
  return useQuery({
    queryKey: ['client-reading', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-readings', { params: { query } })),
    placeholderData: keepPreviousData,
    // No event tells of a reading: whoever comes to look sees those of a moment ago.
    staleTime: 0,
  });
}
