import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { startSession } from '@/shared/api/session';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { Entrance } from './entrance';
import { type NewPassword, NewPasswordItems } from './new-password-items';

type Values = Omit<components['schemas']['Setup'], 'token' | 'password'> & NewPassword;

/** The token stands behind the `#`, which no browser sends to a server or writes into a log. */
function tokenFromAddress(): string {
  return new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
}

export function SetupPage() {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const [token] = useState(tokenFromAddress);
  const setUp = useMutation({
    mutationFn: ({ login, name, new_password }: Values) =>
      answer(api.POST('/api/v1/auth/setup', { body: { token, login, name, password: new_password } })),
    onSuccess: (session) => {
      startSession(session);
      navigate({ to: '/' });
    },
  });
  if (token === '') {
    return (
      <Entrance title={t('setup.title')}>
        <p role="alert">{t('setup.noToken')}</p>
      </Entrance>
    );
  }
  return (
    <Entrance title={t('setup.title')} lead={t('setup.lead')}>
      {setUp.isError ? <ProblemAlert error={setUp.error} compact /> : null}
      <Form layout="vertical" requiredMark={false} onFinish={setUp.mutate} aria-label={t('setup.title')}>
        <Form.Item
          name="name"
          label={t('setup.name')}
          rules={[{ required: true, whitespace: true, max: 60 }]}
        >
          <Input autoFocus autoComplete="name" />
        </Form.Item>
        <Form.Item
          name="login"
          label={t('signIn.login')}
          rules={[{ required: true, whitespace: true, max: 60 }]}
        >
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <NewPasswordItems />
        <Button type="primary" htmlType="submit" size="large" block loading={setUp.isPending}>
          {t('setup.submit')}
        </Button>
      </Form>
    </Entrance>
  );
}
