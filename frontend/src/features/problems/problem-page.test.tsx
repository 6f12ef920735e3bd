import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { ProblemPage } from './problem-page';

let code = '';
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<typeof import('@tanstack/react-router')>()),
  useParams: () => ({ code }),
}));

it('says of a code what it means, under which status it comes, and what to do', async () => {
  code = 'CLIENT_BASIC_INCOMPLETE';
  await renderPage(ProblemPage);
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('基本档案不完整，缺少：…');
  expect(screen.getByText('CLIENT_BASIC_INCOMPLETE')).toBeVisible();
  expect(screen.getByText('409 与现状或规则冲突')).toBeVisible();
  expect(screen.getByText(/逐项补齐所缺内容/)).toBeVisible();
});

it('says of what is no code that it is none', async () => {
  code = 'NO_SUCH_CODE';
  await renderPage(ProblemPage);
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('没有这个代码');
  expect(screen.getByText(/NO_SUCH_CODE/)).toBeVisible();
});
