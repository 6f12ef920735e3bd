import { listSearch } from '@/shared/ui/data-table/filters';

/** The filters of the register by the API's parameter names. */
export const materialFilterKinds = {
  kind: 'choice',
  created_by: 'person',
  created: 'dates',
  include_withdrawn: 'yes-no',
} as const;

export const materialSearch = listSearch(materialFilterKinds);
