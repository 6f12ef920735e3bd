import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService } from '@/shared/testing/service';
import type { Level } from '../levels';
import { ItemLevelLine } from './item-level';
import { MarkedPage } from './shown-level';

const mark = () => document.querySelector('[data-mark]')?.getAttribute('data-mark') ?? null;
const secret = (level: Level) =>
  ({ level, level_until: '2031-12-31', content: 'MARKETING_TACTICS' }) as const;

function Page() {
  const [items, setItems] = useState<Level[]>([]);
  const add = (level: Level) => () => setItems((held) => [...held, level]);
  return (
    <MarkedPage level="SECRET">
      <button type="button" onClick={add('CONFIDENTIAL')}>
        confidential
      </button>
      <button type="button" onClick={add('TOP_SECRET')}>
        top secret
      </button>
      <button type="button" onClick={() => setItems((held) => held.slice(0, -1))}>
        less
      </button>
      {items.map((level, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines only come and go at the end
        <ItemLevelLine key={at} secrecy={secret(level)} />
      ))}
    </MarkedPage>
  );
}

it('the mark is that of the highest level shown, and falls with what goes from the page (A-SEC-07)', async () => {
  fakeService({ 'GET /me': () => ({ body: { id: 'p1', name: '周敏' } }) });
  await renderPage(Page);
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  expect(mark()).toBeNull();
  await press('confidential');
  await waitFor(() => expect(mark()).toMatch(/^机密 · 周敏 · /));
  expect(screen.getByText(/保密期限至 2031-12-31 · 对重要客户的特殊营销策略/)).toBeInTheDocument();
  await press('confidential');
  await press('top secret');
  expect(mark()).toMatch(/^绝密 · /);
  await press('less');
  expect(mark()).toMatch(/^机密 · /);
  await press('less');
  expect(mark()).toMatch(/^机密 · /);
  await press('less');
  expect(mark()).toBeNull();
});
