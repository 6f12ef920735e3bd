import { QueryCache, QueryClient } from '@tanstack/react-query';
import { asProblem } from '@/shared/api/problem';

const retries = 2;

/** A refusal is final; only a service that is away or overloaded is asked again. */
function mayRetry(failures: number, error: unknown): boolean {
  const { status } = asProblem(error);
  return failures < retries && (status === 429 || status === 503);
}

/** An undertaking that has run out in the middle of the day: the shell asks again, and shows it to be signed. */
const queryCache = new QueryCache({
  onError: (error) => {
    if (asProblem(error).code !== 'SECRECY_NOT_ACKNOWLEDGED') return;
    queryClient.invalidateQueries({ queryKey: ['secrecy-acknowledgement', 'undertaking'] });
  },
});

export const queryClient = new QueryClient({
  queryCache,
  defaultOptions: {
    queries: { retry: mayRetry, staleTime: 15_000, refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});
