import { readdirSync } from 'node:fs';
import { signedByManager } from './approvals';
import { destroyed } from './destructions';
import { openDisclosure } from './disclosures';
import { askedException } from './exceptions';
import { reportedIncident } from './incidents';
import { calledBack, openReport } from './information-reports';
import { handedOutLoan } from './loans';
import { openObligation } from './obligations';
import { type Caller, callAs, inDays, stamp } from './service';

/**
 * Every page of the application, by the role that opens it. An address with a `$` names records: `samples`
 * says where to find one. A route that stands in neither list fails the test.
 */
export const pagesByRole: Record<string, string[]> = {
  信息管理员: [
    '/',
    '/clients?limit=20',
    '/clients/new',
    '/clients/import',
    '/clients/$id',
    '/clients/$id?tab=plans',
    '/clients/$id?tab=contacts',
    '/clients/$id?tab=qualifications',
    '/clients/$id?tab=interactions',
    '/clients/$id?tab=purchases',
    '/clients/$id?tab=attachments',
    '/clients/$id?tab=disclosures',
    '/clients/$id?tab=timeline',
    '/clients/$id?tab=decisions',
    '/clients/$id/edit',
    '/clients/$id/card',
    '/client-submissions',
    '/client-submissions/$id',
    '/client-loans?limit=20',
    '/client-loans/new',
    '/client-loans/$id',
    '/client-loans/$id/card',
    '/client-destructions?limit=20',
    '/client-destructions/new',
    '/client-destructions/$id',
    '/client-destructions/$id/certificate',
    '/client-disclosures?limit=20',
    '/client-disclosures/new',
    '/client-disclosures/$id',
    '/client-information-reports?limit=20',
    '/client-information-reports/$id',
    '/client-information-reports/call-backs',
    '/client-information-reports/call-backs/$id',
    '/client-materials',
    '/client-reports',
    '/client-reports/kept',
    '/jobs',
    '/jobs/$id',
    '/notifications',
    '/me/profile',
    '/me/notifications',
    '/me/sessions',
    '/me/secrecy',
    '/$',
  ],
  客户信息主管: [
    '/client-incidents?limit=20',
    '/client-incidents/new',
    '/client-incidents/$id',
    '/client-incidents/$id/amend',
    '/client-reports/$id',
    '/client-market-extracts',
    '/client-readings?limit=20',
    // What it makes is looked at in the lists as well.
    '/approvals/$id',
    '/approvals?limit=20',
    '/approvals/all',
  ],
  业务员: [
    '/obligations?whose=ALL&limit=20',
    '/obligations/calendar?whose=ALL',
    '/obligations/$id',
    '/client-submissions/new',
    '/clients/$id/propose',
    '/client-information-reports/new',
    '/client-information-reports/$id/edit',
    '/client-disclosures/$id/edit',
  ],
  系统管理员: [
    '/people?limit=20',
    '/people/new',
    '/people/$id',
    '/people/$id/edit',
    '/departments',
    '/departments/new',
    '/departments/$id',
    '/departments/$id/edit',
    '/sites',
    '/sites/new',
    '/sites/$id',
    '/sites/$id/edit',
    '/roles',
    '/roles/new',
    '/roles/$id',
    '/roles/$id/edit',
    '/role-grants/$id',
    '/duty-conflicts',
    '/duty-conflicts/new',
    '/duty-conflicts/matrix',
    '/duty-conflicts/$id',
    '/calendar',
    '/calendar/$date',
    '/calendar/deadline',
    '/calendar/import',
    '/calendar/week-pattern',
    '/api-keys',
    '/api-keys/new',
    '/api-keys/$id',
    '/webhooks',
    '/webhooks/new',
    '/webhooks/$id',
    '/webhooks/$id/edit',
  ],
  客户服务部经理: [
    '/client-secrecy',
    '/client-oversight',
    '/client-instructions',
    '/client-instructions/$id',
    '/client-collection-plans',
    '/client-collection-plans/$id',
    '/delegations',
    '/delegations/new',
    '/delegations/$id',
  ],
  总经理: [
    '/exceptions?limit=20',
    '/exceptions/$id',
    '/compliance',
    '/compliance?all=true&rule=A-CLI-11',
    '/handbook/rules?limit=20',
    '/handbook/rules/$id',
    '/handbook/parameters',
    '/handbook/parameters/$key',
    '/approval-flows',
    '/approval-flows/new',
    '/approval-flows/$code',
    '/approval-flows/$code/edit',
    '/audit?limit=20',
    '/audit/$id',
  ],
};

/** The pages around the application, which ask for no session; `entrance.e2e.ts` looks at them. */
export const pagesOutside = ['/sign-in', '/setup', '/change-password', '/problems/$code'];

type Page<T> = { items: T[] };

async function first(caller: Caller, list: string, key = 'id'): Promise<string> {
  const { items } = await caller.get<Page<Record<string, string>>>(list);
  const found = items[0]?.[key];
  if (!found) throw new Error(`${list} is empty`);
  return found;
}

/** Where the records are found that stand for all of their kind. */
const samples: Record<string, (caller: Caller) => Promise<string>> = {
  // The page of every address that has none.
  '/$': async () => 'no-such-page',
  '/clients/$id': (caller) => first(caller, '/clients?limit=1&sort=-completeness'),
  '/client-submissions/$id': async () => {
    const sales = await callAs('业务员');
    const payload = { kind: 'INSTITUTION', name: `成都样本${stamp()}商贸有限公司` };
    const made = await sales.post<{ id: string }>('/client-submissions', { payload, note: '展会上交换名片' });
    return made.id;
  },
  '/approvals/$id': signedByManager,
  '/approval-flows/$code': async () => 'client-loan',
  '/obligations/$id': async () => (await openObligation('业务员')).id,
  '/exceptions/$id': async () => (await askedException('业务员')).id,
  '/client-loans/$id': async () => (await handedOutLoan()).id,
  '/client-incidents/$id': async () => (await reportedIncident()).id,
  '/client-disclosures/$id': async () => (await openDisclosure()).id,
  '/client-destructions/$id': async () => (await destroyed()).id,
  '/client-information-reports/$id': async () => (await openReport()).id,
  '/client-information-reports/call-backs/$id': calledBack,
  '/client-reports/$id': async () => {
    const supervisor = await callAs('客户信息主管');
    const kept = await supervisor.post<{ id: string }>('/client-reports', {
      period: String(new Date().getFullYear()),
      note: '季度例会用',
    });
    return kept.id;
  },
  '/client-instructions/$id': async (caller) => {
    const owner = await first(caller, '/people?q=%E7%A8%8B%E6%B6%9B');
    const instruction = '本周内补齐所负责档案的关键人物与资质信息';
    const body = { given_to: owner, filter: 'compliant=false', instruction };
    return (await caller.post<{ id: string }>('/client-instructions', body)).id;
  },
  '/client-collection-plans/$id': async (caller) => {
    const targets = [{ new_files: 20, verifications: 60, submissions: 40, completeness: 90 }];
    const body = { period: String(new Date().getFullYear()), note: '重点补齐新签客户', targets };
    return (await caller.post<{ id: string }>('/client-collection-plans', body)).id;
  },
  '/people/$id': (caller) => first(caller, '/people?limit=1'),
  '/departments/$id': (caller) => first(caller, '/departments'),
  '/sites/$id': (caller) => first(caller, '/sites'),
  '/roles/$id': (caller) => first(caller, '/roles'),
  '/role-grants/$id': (caller) => first(caller, '/role-grants?limit=1'),
  '/duty-conflicts/$id': (caller) => first(caller, '/duty-conflicts'),
  '/calendar/$date': async () => '2026-10-01',
  '/api-keys/$id': async (caller) => {
    const key = { name: `ERP 接口 ${stamp()}`, permissions: ['person.read'], expires_on: inDays(90) };
    return (await caller.post<{ id: string }>('/api-keys', key)).id;
  },
  '/webhooks/$id': async (caller) => {
    const body = { name: `ERP 对接 ${stamp()}`, url: 'https://erp.zhidu.example/hooks', types: ['person.*'] };
    return (await caller.post<{ id: string }>('/webhooks', body)).id;
  },
  '/delegations/$id': async (caller) => {
    const lent = await caller.post<{ id: string }>('/delegations', {
      to_person_id: await first(caller, `/people?limit=1&q=${encodeURIComponent('姜思涵')}`),
      permissions: ['client.verify'],
      valid_until: `${inDays(14)}T10:00:00Z`,
      reason: '年假期间由其代为办理',
    });
    return lent.id;
  },
  '/jobs/$id': async (caller) => {
    const job = await caller.post<{ id: string }>('/clients/actions/bulk', {
      action: 'VERIFY',
      dry_run: true,
      ids: [await first(caller, '/clients?limit=1')],
      input: { result: 'CONFIRMED' },
    });
    return job.id;
  },
  '/handbook/rules/$id': (caller) => first(caller, '/rules?q=A-CLI-16'),
  '/handbook/parameters/$key': (caller) => first(caller, '/parameters?limit=1', 'key'),
  '/audit/$id': (caller) => first(caller, '/audit-entries?limit=1'),
};

/** The route as the router calls it, of an address that may name a part of the page. */
export const routeOf = (address: string) => address.replace(/\?.*$/, '');

/** An address of the list with a real record in it. */
export async function addressOf(page: string, caller: Caller): Promise<string> {
  if (!page.includes('$')) return page;
  const kind = Object.keys(samples).find((one) => page.startsWith(one));
  const sample = kind ? samples[kind] : undefined;
  if (!sample) throw new Error(`no sample record for ${page}: add one to e2e/inventory.ts`);
  return page.replace(/\$\w*/, await sample(caller));
}

/** What `src/routes` has, from the names of its files; those with an underscore are frames, and no pages. */
export function allRoutes(): string[] {
  return readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !/(^|\/)_[^/]*$/.test(file))
    .map((file) =>
      file
        .replace(/\.tsx$/, '')
        .replace(/^_app\//, '')
        .replaceAll('.', '/'),
    )
    .map((route) => `/${route.replace(/(^|\/)index$/, '')}`)
    .sort();
}
