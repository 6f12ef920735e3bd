import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ProblemError } from '@/shared/api/problem';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService } from '@/shared/testing/service';
import problems from '../../i18n/locales/zh-CN/problems.json';
import { ProblemAlert } from './problem-alert';
import { RefusalText, spoken } from './refusal-text';

const inventory = {
  'GET /permissions': () => ({
    body: {
      items: [
        { code: 'client.maintain', description: '维护客户档案' },
        { code: 'client.follow-up', description: '跟进客户' },
      ],
    },
  }),
};

it.each([
  ['PERMISSION_MISSING', '缺少权限 client.maintain', '缺少权限 维护客户档案'],
  [
    'CLIENT_STATE_MOVE',
    '客户状态不能由 EXISTING 改为 POTENTIAL',
    '客户状态不能由 已有客户 改为 潜在目标客户',
  ],
  ['CLIENT_INFERIOR_STATE', '劣质客户标记为 NONE 时不能执行此操作', '劣质客户标记为 无 时不能执行此操作'],
  [
    'CLIENT_OWNER_UNFIT',
    '等级为 KEY 的客户须由具有权限 client.follow-up 的人员维护',
    '等级为 重点 的客户须由具有权限 跟进客户 的人员维护',
  ],
  ['SUBMISSION_SETTLED', '该提交已处理完毕（RETURNED）', '该提交已处理完毕（已退回）'],
  ['INSTRUCTION_SETTLED', '该督导意见已处理完毕（WITHDRAWN）', '该督导意见已处理完毕（已撤回）'],
  ['PLAN_SETTLED', '该收集计划已不是草拟状态（CONFIRMED）', '该收集计划已不是草拟状态（已确认）'],
  [
    'CLIENT_BASIC_INCOMPLETE',
    '基本档案不完整，缺少：telephone, basic.scope',
    '基本档案不完整，缺少：电话, 经营范围',
  ],
  ['DUPLICATE', 'XLSX 中 A 列重复', 'XLSX 中 A 列重复'],
])('%s is said in words', async (code, sentence, words) => {
  fakeService(inventory);
  await renderPage(() => <RefusalText code={code} text={sentence} />);
  expect(await screen.findByText(words)).toBeVisible();
});

it('every text that names a state or a tier knows its words', () => {
  const named = Object.entries(problems).filter(([, text]) => /\{\{(state|tier|from|to)\}\}/.test(text));
  expect(named.map(([code]) => code).sort()).toEqual(Object.keys(spoken).sort());
});

it('a refusal names the permission in words, in its title and in whom to ask', async () => {
  fakeService(inventory);
  const params = { permission: 'client.maintain' };
  const error = new ProblemError(403, 'PERMISSION_MISSING', {
    detail: '缺少权限 client.maintain',
    escalation: 'client.maintain',
    params,
  });
  await renderPage(() => <ProblemAlert error={error} />);
  expect(await screen.findByText('缺少权限 维护客户档案')).toBeVisible();
  expect(await screen.findByText(/可请持有“维护客户档案”/)).toBeVisible();
  expect(document.body).not.toHaveTextContent('client.maintain');
});
