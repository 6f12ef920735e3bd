import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answer, api, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { recordOf } from './kinds';

type Schemas = components['schemas'];
export type Job = Schemas['Job'];
export type JobRow = Schemas['JobRow'];
export type RowOutcome = Schemas['RowOutcome'];

// Events tell that a job began or was stopped; how far it is comes with each look.
const beat = 800;
const listBeat = 2000;

export function isFinished(job: Pick<Job, 'state'>): boolean {
  return job.state === 'DONE' || job.state === 'FAILED' || job.state === 'CANCELLED';
}

/** Only what was read and goes on is looked at again: a refusal is not asked for without end. */
export function nextLook(jobs: readonly Pick<Job, 'state'>[] | undefined, every: number): number | false {
  return jobs?.some((job) => !isFinished(job)) ? every : false;
}

/** Follows a job to its end; what it changed is then read anew. */
export function useJob(id: string | null) {
  const cache = useQueryClient();
  const job = useQuery({
    queryKey: ['job', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/jobs/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
    refetchInterval: ({ state }) => nextLook(state.data && [state.data], beat),
  });
  const changed = job.data && isFinished(job.data) ? recordOf(job.data.kind) : null;
  useEffect(() => {
    if (changed) cache.invalidateQueries({ queryKey: [changed] });
  }, [cache, changed]);
  return job;
}

export function useJobs(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['job', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/jobs', { params: { query } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => nextLook(state.data?.items, listBeat),
  });
}

export function useJobRows(job: Job, outcome: RowOutcome | null, cursor: string | null) {
  return useQuery({
    // The rows grow while the job runs: its progress is part of what they are read for.
    queryKey: ['job', 'rows', job.id, outcome, cursor, job.progress_done, job.state],
    queryFn: () =>
      answer(
        api.GET('/api/v1/jobs/{id}/rows', {
          params: {
            path: { id: job.id },
            query: {
              outcome: outcome ? [outcome] : undefined,
              limit: 50,
              cursor: cursor ?? undefined,
              include_total: true,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export type JobAct = 'cancel' | 'undo';

export function useJobAction(action: JobAct) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (job: Job) => {
      const init = { params: { path: { id: job.id }, header: ifMatch(job.version) } };
      return action === 'cancel'
        ? answer(api.POST('/api/v1/jobs/{id}/actions/cancel', init))
        : answer(api.POST('/api/v1/jobs/{id}/actions/undo', init));
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['job'] }),
  });
}
