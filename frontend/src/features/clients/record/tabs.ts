/** The tabs of a record; the address names the one in view. */
export const recordTabs = [
  'archive',
  'plans',
  'contacts',
  'qualifications',
  'interactions',
  'purchases',
  'attachments',
  'disclosures',
  'timeline',
  'decisions',
] as const;
export type RecordTab = (typeof recordTabs)[number];

export function recordSearch(raw: Record<string, unknown>): { tab?: RecordTab } {
  const tab = recordTabs.find((one) => one === raw.tab);
  return tab ? { tab } : {};
}
