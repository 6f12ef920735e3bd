import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { actOn, answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Loan = Schemas['ClientLoan'];
export type LoanRow = Schemas['ClientLoanRow'];
export type LoanInput = Schemas['ClientLoanInput'];

export function useLoans(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-loan', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-loans', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function readLoan(id: string): Promise<Loan> {
  return answer(api.GET('/api/v1/client-loans/{id}', { params: { path: { id } } }));
}

export function useLoan(id: string) {
  return useQuery({ queryKey: ['client-loan', 'one', id], queryFn: () => readLoan(id) });
}

export function requestLoan(body: LoanInput, key: string) {
  return answer(api.POST('/api/v1/client-loans', { params: { header: idempotencyKey(key) }, body }));
}

export function changeLoan(id: string, version: number, body: Partial<LoanInput>) {
  return answer(
    api.PATCH('/api/v1/client-loans/{id}', { params: { path: { id }, header: ifMatch(version) }, body }),
  );
}

export function submitLoan(loan: Loan, key: string) {
  return answer(api.POST('/api/v1/client-loans/{id}/actions/submit', actOn(loan, key)));
}

export function handOut(loan: Loan, body: Schemas['HandOutClientLoan'], key: string) {
  return answer(api.POST('/api/v1/client-loans/{id}/actions/hand-out', { ...actOn(loan, key), body }));
}

export function giveBack(loan: Loan, body: Schemas['GiveBackClientLoan'], key: string) {
  return answer(api.POST('/api/v1/client-loans/{id}/actions/give-back', { ...actOn(loan, key), body }));
}

export function reportLost(loan: Loan, body: Schemas['ReportClientLoanLost'], key: string) {
  return answer(api.POST('/api/v1/client-loans/{id}/actions/report-lost', { ...actOn(loan, key), body }));
}

/** What was done shows on the page, in the list and in the figure of the workbench. */
export function useLoansChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['client-loan'] });
}
