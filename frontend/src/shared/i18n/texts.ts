import type { Code, LocalCode } from '@/shared/api/problem';
import type acts from './locales/zh-CN/acts.json';
import type approvals from './locales/zh-CN/approvals.json';
import type audit from './locales/zh-CN/audit.json';
import type calendar from './locales/zh-CN/calendar.json';
import type clientIntake from './locales/zh-CN/client-intake.json';
import type clientRecord from './locales/zh-CN/client-record.json';
import type clientReports from './locales/zh-CN/client-reports.json';
import type clients from './locales/zh-CN/clients.json';
import type common from './locales/zh-CN/common.json';
import type handbook from './locales/zh-CN/handbook.json';
import type informationReports from './locales/zh-CN/information-reports.json';
import type jobs from './locales/zh-CN/jobs.json';
import type lending from './locales/zh-CN/lending.json';
import type loans from './locales/zh-CN/loans.json';
import type market from './locales/zh-CN/market.json';
import type organisation from './locales/zh-CN/organisation.json';
import type oversight from './locales/zh-CN/oversight.json';
import type problemPage from './locales/zh-CN/problem-page.json';
import type problems from './locales/zh-CN/problems.json';
import type secrecy from './locales/zh-CN/secrecy.json';
import type session from './locales/zh-CN/session.json';
import type shell from './locales/zh-CN/shell.json';
import type workbench from './locales/zh-CN/workbench.json';

/** Does not compile while a problem code of the service lacks a text. */
type Complete<T extends Record<Code | LocalCode, string>> = T;

/** One line for each namespace; the Chinese file gives the keys, a test holds the others to them. */
export type Texts = {
  acts: typeof acts;
  approvals: typeof approvals;
  audit: typeof audit;
  calendar: typeof calendar;
  'client-intake': typeof clientIntake;
  'client-record': typeof clientRecord;
  'client-reports': typeof clientReports;
  clients: typeof clients;
  common: typeof common;
  handbook: typeof handbook;
  'information-reports': typeof informationReports;
  organisation: typeof organisation;
  jobs: typeof jobs;
  lending: typeof lending;
  loans: typeof loans;
  market: typeof market;
  oversight: typeof oversight;
  'problem-page': typeof problemPage;
  problems: Complete<typeof problems>;
  secrecy: typeof secrecy;
  session: typeof session;
  shell: typeof shell;
  workbench: typeof workbench;
};
