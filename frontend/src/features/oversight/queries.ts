import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Oversight = Schemas['ClientOversight'];
export type OwnerCustody = Schemas['OwnerCustody'];
export type Counted = Schemas['Counted'];
export type Instruction = Schemas['InstructionRow'];
export type Plan = Schemas['CollectionPlan'];
export type PlanRow = Schemas['CollectionPlanRow'];
export type PlanLine = Schemas['CollectionPlanLine'];
export type Target = Schemas['CollectionTarget'];

export function useOversight() {
  return useQuery({
    // It counts clients, and beside them what was handed in for them and what was told about them.
    queryKey: ['client', 'oversight'],
    queryFn: () => answer(api.GET('/api/v1/client-oversight')),
    meta: { changedBy: ['client-submission', 'client-instruction'] },
  });
}

export function useInstructions(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-instruction', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-instructions', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useInstruction(id: string) {
  return useQuery({
    queryKey: ['client-instruction', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/client-instructions/{id}', { params: { path: { id } } })),
  });
}

export function instruct(body: Schemas['InstructionInput'], key: string) {
  return answer(api.POST('/api/v1/client-instructions', { headers: idempotencyKey(key), body }));
}

function target({ id, version }: { id: string; version: number }, key: string) {
  return { params: { path: { id }, header: ifMatch(version) }, headers: idempotencyKey(key) };
}

export function confirmInstruction(instruction: Instruction, note: string, key: string) {
  return answer(
    api.POST('/api/v1/client-instructions/{id}/actions/confirm', {
      ...target(instruction, key),
      body: { note },
    }),
  );
}

export function withdrawInstruction(instruction: Instruction, note: string, key: string) {
  return answer(
    api.POST('/api/v1/client-instructions/{id}/actions/withdraw', {
      ...target(instruction, key),
      body: { note },
    }),
  );
}

export function usePlans(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-collection-plan', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-collection-plans', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function usePlan(id: string) {
  return useQuery({
    queryKey: ['client-collection-plan', 'one', id],
    queryFn: () => answer(api.GET('/api/v1/client-collection-plans/{id}', { params: { path: { id } } })),
    // What has been reached is counted from the files and from what was handed in for them.
    meta: { changedBy: ['client', 'client-submission'] },
  });
}

export function createPlan(body: Schemas['NewCollectionPlan'], key: string) {
  return answer(api.POST('/api/v1/client-collection-plans', { headers: idempotencyKey(key), body }));
}

export function changePlan({ id, version }: Plan, targets: Target[]) {
  return answer(
    api.PATCH('/api/v1/client-collection-plans/{id}', {
      params: { path: { id }, header: ifMatch(version) },
      body: { targets },
    }),
  );
}

export function confirmPlan(plan: Plan, key: string) {
  return answer(api.POST('/api/v1/client-collection-plans/{id}/actions/confirm', target(plan, key)));
}

export function withdrawPlan(plan: Plan, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/client-collection-plans/{id}/actions/withdraw', {
      ...target(plan, key),
      body: { reason },
    }),
  );
}

/** What was told or planned shows in the lists and in the overview. */
export function useOversightChanged(): () => Promise<unknown> {
  const cache = useQueryClient();
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['client-instruction'] }),
      cache.invalidateQueries({ queryKey: ['client-collection-plan'] }),
      cache.invalidateQueries({ queryKey: ['client', 'oversight'] }),
    ]);
}
