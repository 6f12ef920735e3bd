import { useQuery } from '@tanstack/react-query';
import { answer, api } from './client';

type Counted = { page: { total?: number | null; total_capped?: boolean } };
type Filters = Record<string, unknown>;
type List = { record: string; ask: (query: Filters) => Promise<Counted> };

/** The lists that are counted, by the path of their page. */
const lists = {
  '/approvals': {
    record: 'approval',
    ask: (query) => answer(api.GET('/api/v1/approval-tasks', { params: { query } })),
  },
  '/clients': {
    record: 'client',
    ask: (query) => answer(api.GET('/api/v1/clients', { params: { query } })),
  },
  '/client-instructions': {
    record: 'client-instruction',
    ask: (query) => answer(api.GET('/api/v1/client-instructions', { params: { query } })),
  },
  '/client-loans': {
    record: 'client-loan',
    ask: (query) => answer(api.GET('/api/v1/client-loans', { params: { query } })),
  },
  '/client-submissions': {
    record: 'client-submission',
    ask: (query) => answer(api.GET('/api/v1/client-submissions', { params: { query } })),
  },
  '/people': {
    record: 'person',
    ask: (query) => answer(api.GET('/api/v1/people', { params: { query } })),
  },
  '/notifications': {
    record: 'notification',
    ask: (query) => answer(api.GET('/api/v1/notifications', { params: { query } })),
  },
} satisfies Record<string, List>;

export type CountedList = keyof typeof lists;

/** Asks the list itself, with the filters it is opened with: so a figure and its list cannot differ. */
export function useCount(path: CountedList, filters: Filters = {}, enabled = true) {
  const { record, ask }: List = lists[path];
  return useQuery({
    queryKey: [record, 'count', filters],
    queryFn: () => ask({ ...filters, limit: 1, include_total: true }),
    enabled,
  });
}
