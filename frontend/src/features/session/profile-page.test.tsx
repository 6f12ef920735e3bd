import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, problem } from '@/shared/testing/service';
import { PasswordForm } from './password-form';
import { ProfilePage } from './profile-page';

const me = {
  id: 'p1',
  login: 'zhang.wei',
  name: '张伟',
  email: null,
  phone: null,
  locale: 'zh-CN',
  theme: 'SYSTEM',
  roles: [],
  version: 2,
};

describe('my profile', () => {
  it('tells the name, and sends only what people may change of themselves', async () => {
    const calls = fakeService({
      'GET /me': () => ({ body: me }),
      'PATCH /me': () => ({ body: { ...me, phone: '13800138000', version: 3 } }),
    });
    await renderPage(ProfilePage);
    const form = await screen.findByRole('form', { name: '联系方式' });
    expect(within(form).queryByLabelText('姓名')).toBeNull();
    expect(screen.getByText('张伟')).toBeInTheDocument();
    await userEvent.type(within(form).getByLabelText('电话'), '13800138000');
    await userEvent.click(within(form).getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ phone: '13800138000' }),
    );
  });
});

describe('a new password', () => {
  it('goes to the service however short, and what it must not hold is said beforehand', async () => {
    const calls = fakeService({
      'POST /me/actions/change-password': () =>
        problem(422, 'VALIDATION_FAILED', {
          detail: '提交的内容有误',
          errors: [{ pointer: '/new_password', code: 'LENGTH', detail: '须为 10 至 200 个字符', params: {} }],
        }),
    });
    await renderPage(() => <PasswordForm onChanged={() => undefined} />);
    expect(screen.getByText(/不能包含本人的姓名、账号或工号/)).toBeInTheDocument();
    expect(screen.queryByText(/12/)).toBeNull();
    await userEvent.type(screen.getByLabelText('当前密码'), 'old password');
    await userEvent.type(screen.getByLabelText('新密码'), 'ten chars!');
    await userEvent.type(screen.getByLabelText('再次输入新密码'), 'ten chars!');
    await userEvent.click(screen.getByRole('button', { name: '修改密码' }));
    expect(await screen.findByText('须为 10 至 200 个字符')).toBeInTheDocument();
    expect(calls).toHaveLength(1);
  });
});
