import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Flow = Schemas['ApprovalFlow'];
export type FlowDetail = Schemas['ApprovalFlowDetail'];
export type FlowVersion = Schemas['ApprovalFlowVersion'];
export type Definition = Schemas['ApprovalFlowDefinition'];
export type Step = Schemas['ApprovalStep'];
export type Condition = Schemas['Condition'];
export type Subject = Schemas['ApprovalSubject'];
export type Fact = Schemas['ApprovalFact'];
export type FlowInput = Schemas['ApprovalFlowInput'];

export function useFlows() {
  return useQuery({
    queryKey: ['approval-flow', 'list'],
    queryFn: () => answer(api.GET('/api/v1/approval-flows')),
  });
}

export function useFlow(code: string) {
  return useQuery({
    queryKey: ['approval-flow', 'one', code],
    queryFn: () => answer(api.GET('/api/v1/approval-flows/{code}', { params: { path: { code } } })),
  });
}

/** The kinds of records, and what can be asked about them, in the language of the page. */
export function useSubjects() {
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['approval-subject', i18n.language],
    queryFn: () => answer(api.GET('/api/v1/approval-subjects')),
    staleTime: 'static',
  });
}

export function setFlow(body: FlowInput, key: string): Promise<FlowDetail> {
  return answer(api.POST('/api/v1/approval-flows', { headers: idempotencyKey(key), body }));
}

export function useFlowsChanged(): () => Promise<unknown> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['approval-flow'] });
}
