import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading';
import { ProblemAlert } from './problem-alert';

type Props<T> = { query: UseQueryResult<T>; children: (data: T) => ReactNode };

/** The one way a page waits for a record: loading, failed with retry, or there. */
export function QueryGate<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ProblemAlert error={query.error} onRetry={() => query.refetch()} />;
  return <Loading />;
}
