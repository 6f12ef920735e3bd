type Kind = 'text' | 'long-text' | 'tel' | 'url' | 'date' | 'money' | 'number' | 'tags' | 'yes-no' | 'kind';
/** A field of the contents. `institution`: a private person's file does not have it. */
export type ContentField = { name: string; kind: Kind; max?: number; institution?: true };
export type ContentSection = { id: SectionId; fields: readonly ContentField[] };
export const sectionIds = [
  'basic',
  'traits',
  'business',
  'trading',
  'procedure',
  'demand',
  'analysis',
] as const;
export type SectionId = (typeof sectionIds)[number];

const long = (name: string, institution?: true): ContentField => ({
  name,
  kind: 'long-text',
  max: 4000,
  institution,
});
const all = (section: string, names: readonly string[], institution?: true): ContentField[] =>
  names.map((name) => long(`${section}.${name}`, institution));

const basic: readonly ContentField[] = [
  { name: 'name', kind: 'text', max: 200 },
  { name: 'kind', kind: 'kind' },
  { name: 'short_name', kind: 'text', max: 100 },
  { name: 'english_name', kind: 'text', max: 200 },
  { name: 'credit_code', kind: 'text', max: 40, institution: true },
  { name: 'group_buy', kind: 'yes-no' },
  { name: 'industry', kind: 'text', max: 60, institution: true },
  { name: 'region', kind: 'text', max: 100 },
  { name: 'address', kind: 'text', max: 200 },
  { name: 'postcode', kind: 'text', max: 10 },
  { name: 'telephone', kind: 'tel', max: 40 },
  { name: 'website', kind: 'url', max: 200 },
  { name: 'founded_on', kind: 'date', institution: true },
  { name: 'trading_since', kind: 'date' },
  { name: 'employees', kind: 'number', institution: true },
  { name: 'assets', kind: 'money', institution: true },
  { name: 'registered_capital', kind: 'money', institution: true },
  { name: 'annual_sales', kind: 'money', institution: true },
  { name: 'tags', kind: 'tags' },
  ...all('basic', ['organisation', 'owners_managers', 'scope'], true),
];

/** Every field of the contents, as the handbook orders them (A-CLI-05 to 07, A-CLI-24). */
export const contentSections: readonly ContentSection[] = [
  { id: 'basic', fields: basic },
  {
    id: 'traits',
    fields: all(
      'traits',
      ['service_area', 'sales_capability', 'development_potential', 'culture', 'policy', 'management'],
      true,
    ),
  },
  {
    id: 'business',
    fields: all(
      'business',
      [
        'past_results',
        'present_results',
        'manager_quality',
        'staff_quality',
        'competitors',
        'relation',
        'attitude',
      ],
      true,
    ),
  },
  {
    id: 'trading',
    fields: [
      ...all('trading', ['activity', 'problems', 'advantages', 'countermeasures'], true),
      ...all('trading', ['reputation', 'credit_status', 'terms', 'past_credit_problems']),
    ],
  },
  { id: 'procedure', fields: [long('purchase_procedure')] },
  {
    id: 'demand',
    fields: [
      ...all('demand', ['investment_scale', 'plan_medium', 'plan_long'], true),
      long('demand.preferences'),
      long('service_plan'),
    ],
  },
  { id: 'analysis', fields: [long('analysis')] },
];

/** What hangs on a file and counts towards its completeness, with the tab where it is put in. */
export const hangingTabs: Readonly<Record<string, 'contacts' | 'qualifications'>> = {
  contacts: 'contacts',
  key_persons: 'contacts',
  qualifications: 'qualifications',
};
