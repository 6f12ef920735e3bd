import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Approval = Schemas['Approval'];
export type ApprovalRow = Schemas['ApprovalRow'];
export type ApprovalStepShown = Schemas['ApprovalStepShown'];
export type ApprovalAct = Schemas['ApprovalAct'];
export type Task = Schemas['ApprovalTask'];
export type InboxTask = Schemas['InboxTask'];
export type TaskDetail = Schemas['ApprovalTaskDetail'];
export type Outcome = Schemas['DecisionOutcome'];
export type Decision = Schemas['DecideTasks']['decision'];

type Query = Record<string, unknown>;
type Versioned = { id: string; version: number };

const askInbox = (query: Query) => answer(api.GET('/api/v1/approval-tasks', { params: { query } }));

export function useInbox(query: Query) {
  return useQuery({
    queryKey: ['approval', 'inbox', query],
    queryFn: () => askInbox(query),
    placeholderData: keepPreviousData,
  });
}

const largestPage = 200;

/** Every task that matches, page after page. */
export async function allTasks(filters: Query): Promise<InboxTask[]> {
  const found: InboxTask[] = [];
  let cursor: string | undefined;
  do {
    const { items, page } = await askInbox({ ...filters, limit: largestPage, cursor });
    found.push(...items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return found;
}

/** As many as the service judges at once. */
export const mostAtOnce = 50;

/** One decision on many tasks, each on the version and the content that were looked at. */
export async function decideTogether(
  decision: Decision,
  comment: string | null,
  tasks: readonly InboxTask[],
  key: string,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < tasks.length; start += mostAtOnce) {
    const part = tasks.slice(start, start + mostAtOnce);
    const body = {
      decision,
      comment,
      tasks: part.map(({ id, version, content_hash }) => ({ task_id: id, version, content_hash })),
    };
    const headers = idempotencyKey(start === 0 ? key : `${key}-${start}`);
    const { items } = await answer(api.POST('/api/v1/approval-tasks/actions/decide', { headers, body }));
    outcomes.push(...items);
  }
  return outcomes;
}

export function useTask(id: string) {
  return useQuery({
    queryKey: ['approval', 'task', id],
    queryFn: () => answer(api.GET('/api/v1/approval-tasks/{id}', { params: { path: { id } } })),
  });
}

export function useApprovals(query: Query) {
  return useQuery({
    queryKey: ['approval', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/approvals', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useApproval(id: string) {
  return useQuery({
    queryKey: ['approval', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/approvals/{id}', { params: { path: { id } } })),
  });
}

export function useEligible(id: string, enabled: boolean) {
  return useQuery({
    queryKey: ['approval', 'eligible', id],
    queryFn: () => answer(api.GET('/api/v1/approvals/{id}/eligible-approvers', { params: { path: { id } } })),
    enabled,
  });
}

function target({ id, version }: Versioned, key: string) {
  return { params: { path: { id }, header: ifMatch(version) }, headers: idempotencyKey(key) };
}

export function approve(task: Versioned, body: Schemas['ApproveTask'], key: string) {
  return answer(api.POST('/api/v1/approval-tasks/{id}/actions/approve', { ...target(task, key), body }));
}

export function reject(task: Versioned, body: Schemas['RejectTask'], key: string) {
  return answer(api.POST('/api/v1/approval-tasks/{id}/actions/reject', { ...target(task, key), body }));
}

export function sendBack(task: Versioned, body: Schemas['SendTaskBack'], key: string) {
  return answer(api.POST('/api/v1/approval-tasks/{id}/actions/send-back', { ...target(task, key), body }));
}

export function addApprover(task: Versioned, body: Schemas['AddApprover'], key: string) {
  return answer(api.POST('/api/v1/approval-tasks/{id}/actions/add-approver', { ...target(task, key), body }));
}

export function handOver(task: Versioned, body: Schemas['HandOverTask'], key: string) {
  return answer(api.POST('/api/v1/approval-tasks/{id}/actions/hand-over', { ...target(task, key), body }));
}

export function takeAcrossLevels(task: Versioned, body: Schemas['AcrossLevels'], key: string) {
  return answer(
    api.POST('/api/v1/approval-tasks/{id}/actions/across-levels', { ...target(task, key), body }),
  );
}

export function withdraw(approval: Versioned, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/approvals/{id}/actions/withdraw', { ...target(approval, key), body: { reason } }),
  );
}

export function remind(approval: Versioned, key: string) {
  return answer(api.POST('/api/v1/approvals/{id}/actions/remind', target(approval, key)));
}

/** What was decided shows in the inbox, in the approval, and in the record that it is about. */
export function useApprovalsChanged(): (subjectKinds: readonly string[]) => Promise<unknown> {
  const cache = useQueryClient();
  return (subjectKinds) =>
    Promise.all(
      ['approval', ...new Set(subjectKinds)].map((type) => cache.invalidateQueries({ queryKey: [type] })),
    );
}
