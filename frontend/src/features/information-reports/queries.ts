import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { actOn, answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Report = Schemas['InformationReport'];
export type ReportRow = Schemas['InformationReportRow'];
export type ReportEntry = Schemas['InformationReportEntry'];
export type EntryInput = Schemas['InformationReportEntryInput'];
export type NewReport = Schemas['NewInformationReport'];
/** What may be changed: of which month it is, may not. */
export type ReportInput = Omit<NewReport, 'period'>;
export type Call = Schemas['InformationReportCallBack'];
export type CallInput = Schemas['InformationReportCallBackInput'];

const reports = 'client-information-report';
const calls = 'client-information-report-call-back';

export function useReports(query: Record<string, unknown>) {
  return useQuery({
    queryKey: [reports, 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-information-reports', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function readReport(id: string): Promise<Report> {
  return answer(api.GET('/api/v1/client-information-reports/{id}', { params: { path: { id } } }));
}

export function useReport(id: string) {
  return useQuery({ queryKey: [reports, 'one', id], queryFn: () => readReport(id) });
}

export function submitReport(body: NewReport, key: string) {
  return answer(
    api.POST('/api/v1/client-information-reports', { params: { header: idempotencyKey(key) }, body }),
  );
}

export function changeReport(id: string, version: number, body: Partial<ReportInput>) {
  const params = { path: { id }, header: ifMatch(version) };
  return answer(api.PATCH('/api/v1/client-information-reports/{id}', { params, body }));
}

export function receiveReport(report: Report, note: string | null, key: string) {
  const body = { note };
  return answer(
    api.POST('/api/v1/client-information-reports/{id}/actions/receive', { ...actOn(report, key), body }),
  );
}

export function sendReportBack(report: Report, reason: string, key: string) {
  const body = { reason };
  return answer(
    api.POST('/api/v1/client-information-reports/{id}/actions/send-back', { ...actOn(report, key), body }),
  );
}

export function useCalls(query: Record<string, unknown>) {
  return useQuery({
    queryKey: [calls, 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-information-report-call-backs', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export function useCall(id: string) {
  return useQuery({
    queryKey: [calls, 'one', id],
    queryFn: () =>
      answer(api.GET('/api/v1/client-information-report-call-backs/{id}', { params: { path: { id } } })),
  });
}

export function callBack(body: CallInput, key: string) {
  const params = { header: idempotencyKey(key) };
  return answer(api.POST('/api/v1/client-information-report-call-backs', { params, body }));
}

/** What was done shows on the page, in the lists, and beside the report that a call was about. */
export function useReportsChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return async () => {
    await Promise.all([reports, calls].map((kind) => cache.invalidateQueries({ queryKey: [kind] })));
  };
}
