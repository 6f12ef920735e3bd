import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService } from '@/shared/testing/service';
import { DuplicateWarning, useDuplicates } from './duplicates';

function Typing() {
  const [name, setName] = useState('');
  const matches = useDuplicates({ name });
  return (
    <>
      <input aria-label="name" value={name} onChange={({ target }) => setName(target.value)} />
      <DuplicateWarning matches={matches} />
    </>
  );
}

describe('the warning of duplicates', () => {
  it('asks once the typing rests, names what is in reach and hides the rest', async () => {
    const items = [
      { client: { id: 'c1', number: 'KH-1', name: '锦川机电' }, matched_on: ['NAME'], visible: true },
      { client: null, matched_on: ['NAME', 'TELEPHONE'], visible: false },
    ];
    const calls = fakeService({ 'POST /clients/actions/find-duplicates': () => ({ body: { items } }) });
    await renderPage(Typing);
    await userEvent.type(screen.getByLabelText('name'), '锦川机电');
    expect(await screen.findByText('疑似重复：已有 2 份相近档案')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /锦川机电/ })).toHaveAttribute('href', '/records/c1');
    expect(screen.getByText('一份不在您查看范围内的档案')).toBeInTheDocument();
    expect(screen.getByText('名称、电话相同')).toBeInTheDocument();
    expect(calls.map(({ body }) => body)).toEqual([{ name: '锦川机电' }]);
  });

  it('goes away with the name that caused it', async () => {
    const match = { client: null, matched_on: ['NAME'], visible: false };
    fakeService({ 'POST /clients/actions/find-duplicates': () => ({ body: { items: [match] } }) });
    await renderPage(Typing);
    await userEvent.type(screen.getByLabelText('name'), '锦川');
    await screen.findByText('疑似重复：已有 1 份相近档案');
    await userEvent.clear(screen.getByLabelText('name'));
    await waitFor(() => expect(screen.queryByText(/疑似重复/)).toBeNull());
  });
});
