import { listSearch } from '@/shared/ui/data-table/filters';

export const ruleFilterKinds = {
  module: 'choice',
  kind: 'choice',
  state: 'choice',
  system: 'text',
  document: 'text',
} as const;
export const ruleSearch = listSearch(ruleFilterKinds);

export const parameterFilterKinds = { module: 'choice' } as const;
export const parameterSearch = listSearch(parameterFilterKinds);

export const modules = [
  'clients',
  'credit',
  'contracts',
  'sales',
  'complaints',
  'care',
  'servicedesk',
  'purchasing',
  'inventory',
  'stockcare',
  'finance',
  'workforce',
  'venues',
  'governance',
] as const;
export const kinds = [
  'ENFORCE',
  'APPROVE',
  'RECORD',
  'REMIND',
  'MEASURE',
  'REPORT',
  'CONFIGURE',
  'TRACK',
] as const;
