import { listSearch } from '@/shared/ui/data-table/filters';

export const reportFilterKinds = {
  period: 'one-of',
  person_id: 'person',
  state: 'choice',
  late: 'yes-no',
} as const;
export const informationReportSearch = listSearch(reportFilterKinds);

export const callFilterKinds = { person_id: 'person', period: 'one-of' } as const;
export const callSearch = listSearch(callFilterKinds);
