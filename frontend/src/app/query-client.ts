import { QueryClient } from '@tanstack/react-query';
import { asProblem } from '@/shared/api/problem';

const retries = 2;

/** A refusal is final; only a service that is away or overloaded is asked again. */
function mayRetry(failures: number, error: unknown): boolean {
  const { status } = asProblem(error);
  return failures < retries && (status === 429 || status === 503);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: mayRetry, staleTime: 15_000, refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});
