import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { NewSecret } from './new-secret';

const secret = 'zk_4Tq8xRk2m9VbN0cY7hJ3fLwZ1sD6aGpXuEoQiWtBvCn';
const words = {
  label: '密钥',
  once: '密钥只显示这一次',
  lost: '请撤销此密钥，另建一个',
  onward: '查看此密钥',
};

const show = (value: string | null, onDone = () => undefined) =>
  renderPage(() => <NewSecret {...words} value={value} onDone={onDone} />);

it('a secret is not left without a question before it was copied', async () => {
  const user = userEvent.setup();
  const { router } = await show(secret);
  expect(screen.getByRole('alert')).toHaveTextContent('密钥只显示这一次');
  router.history.push('/records/1');
  await user.click(await screen.findByRole('button', { name: '继续编辑' }));
  await user.click(screen.getByRole('button', { name: '复制' }));
  expect(await screen.findByText('已复制到剪贴板。')).toBeInTheDocument();
  router.history.push('/records/1');
  expect(await screen.findByText('record page')).toBeInTheDocument();
});

it('it is selected to be copied by hand where the clipboard is closed to the page', async () => {
  const done = vi.fn();
  const user = userEvent.setup({ writeToClipboard: false });
  vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
  const { router } = await show(secret, done);
  await user.click(screen.getByRole('button', { name: '复制' }));
  expect(await screen.findByText(/请按 Ctrl\+C/)).toBeInTheDocument();
  const input = screen.getByLabelText<HTMLInputElement>('密钥');
  expect(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)).toBe(secret);
  router.history.push('/records/1');
  await user.click(await screen.findByRole('button', { name: '继续编辑' }));
  await user.click(screen.getByRole('button', { name: '已妥善保存' }));
  await waitFor(() => expect(done).toHaveBeenCalled());
  router.history.push('/records/1');
  expect(await screen.findByText('record page')).toBeInTheDocument();
});

it('one that was lost on the way is not pretended to be there', async () => {
  const done = vi.fn();
  await show(null, done);
  expect(screen.getByRole('alert')).toHaveTextContent('请撤销此密钥，另建一个');
  expect(screen.queryByLabelText('密钥')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '查看此密钥' }));
  await waitFor(() => expect(done).toHaveBeenCalled());
});
