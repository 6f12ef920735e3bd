import { useParams } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import i18next from 'i18next';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, pageOf } from '@/shared/testing/service';
import type { Rule } from './queries';
import { RuleListPage } from './rule-list-page';
import { RulePage } from './rule-page';

vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<typeof import('@tanstack/react-router')>()),
  useParams: vi.fn(),
}));
beforeAll(() => i18next.loadNamespaces('handbook'));

const rule: Rule = {
  id: 'A-CLI-10',
  document: '001',
  system: 'A-CLI',
  system_name: '客户信息档案',
  module: 'clients',
  kinds: ['RECORD', 'REMIND'],
  source: '001 S01',
  title: '季度核定',
  text: '每季度核定一次。',
  state: 'LIVE',
  how: ['RECORDED'],
  open: ['REMIND'],
  operations: [],
  parameters: ['clients.verification_months'],
};

describe('a rule that is kept in part', () => {
  it('is not called kept in the list, and says what is still open', async () => {
    const whole = { ...rule, id: 'A-CLI-11', open: [] };
    fakeService({ 'GET /rules': () => pageOf([rule, whole]) });
    await renderPage(RuleListPage);
    expect(await screen.findByText('部分落实')).toBeInTheDocument();
    expect(screen.getByText('尚待落实：提醒')).toBeInTheDocument();
    expect(screen.getAllByText('已落实')).toHaveLength(1);
  });

  it('says so on its page, where its parameters have their names', async () => {
    vi.mocked(useParams).mockReturnValue({ id: rule.id } as never);
    fakeService({
      [`GET /rules/${rule.id}`]: () => ({ body: rule }),
      'GET /parameters/clients.verification_months': () => ({
        body: { key: 'clients.verification_months', name: '客户档案核定周期' },
      }),
    });
    await renderPage(RulePage);
    expect(await screen.findByText('尚待落实：提醒')).toBeInTheDocument();
    expect(screen.queryByText('已落实')).toBeNull();
    const link = await screen.findByRole('link', { name: '客户档案核定周期' });
    expect(link).toHaveAttribute('href', '/handbook/parameters/clients.verification_months');
    expect(screen.queryByText('clients.verification_months')).toBeNull();
  });
});
