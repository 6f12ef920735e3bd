import type { Code, LocalCode } from '@/shared/api/problem';
import type common from './locales/zh-CN/common.json';
import type problems from './locales/zh-CN/problems.json';
import type session from './locales/zh-CN/session.json';
import type shell from './locales/zh-CN/shell.json';
import type workbench from './locales/zh-CN/workbench.json';

/** One line for each namespace; the Chinese file gives the keys, a test holds the others to them. */
export type Texts = {
  common: typeof common;
  problems: typeof problems;
  session: typeof session;
  shell: typeof shell;
  workbench: typeof workbench;
};

type Complete<T extends Record<Code | LocalCode, string>> = T;
/** Does not compile while a problem code of the service lacks a text. */
export type ProblemTexts = Complete<typeof problems>;
