import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { actOn, answer, api, idempotencyKey } from '@/shared/api/client';
import { asProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import { listSearch } from '@/shared/ui/data-table/filters';

type Schemas = components['schemas'];
export type Submission = Schemas['Submission'];
export type ProposedRecord = Schemas['ProposedRecord'];
export type SubmissionRow = Schemas['SubmissionRow'];

export const submissionFilterKinds = {
  state: 'choice',
  submitted_by: 'person',
  owner_id: 'person',
  client_id: 'text',
} as const;
export const submissionSearch = listSearch(submissionFilterKinds);

export function useSubmissions(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-submission', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-submissions', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useSubmission(id: string) {
  return useQuery({
    queryKey: ['client-submission', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/client-submissions/{id}', { params: { path: { id } } })),
  });
}

export type RecordKind = Schemas['RecordKind'];
type Proposal = Omit<Schemas['SubmissionInput'], 'payload' | 'records'> &
  Partial<Pick<Schemas['SubmissionInput'], 'payload' | 'records'>>;

/** Where the first part of a pointer of the service stands in the form; a form of one record has it as its own. */
const inPayload = /^\/(?:payload|records\/0\/payload)(?=\/|$)/;

/** Hands in what was collected. What is said of the payload, or of the one record, falls on the form's fields. */
export function submit(body: Proposal, key: string, recordAt = '') {
  const whole = { payload: {}, records: [], ...body };
  const place = (pointer: string) =>
    pointer.replace(inPayload, pointer.startsWith('/records') ? recordAt : '');
  return answer(api.POST('/api/v1/client-submissions', { headers: idempotencyKey(key), body: whole })).catch(
    (error: unknown) => {
      throw asProblem(error).pointingAt(place);
    },
  );
}

export function accept(submission: Submission, body: Schemas['AcceptSubmission'], key: string) {
  return answer(
    api.POST('/api/v1/client-submissions/{id}/actions/accept', { ...actOn(submission, key), body }),
  );
}

export function giveBack(submission: Submission, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/client-submissions/{id}/actions/return', {
      ...actOn(submission, key),
      body: { reason },
    }),
  );
}

export function withdraw(submission: Submission, key: string) {
  return answer(api.POST('/api/v1/client-submissions/{id}/actions/withdraw', actOn(submission, key)));
}

/** What was settled shows in the list, and what was keyed in shows in the file. */
export function useSubmissionsChanged(): () => Promise<unknown> {
  const cache = useQueryClient();
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['client-submission'] }),
      cache.invalidateQueries({ queryKey: ['client'] }),
    ]);
}
