import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { startSession, useSessionState } from '@/shared/api/session';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { Entrance } from './entrance';
import { useSystemInfo } from './queries';

type Credentials = components['schemas']['SignIn'];
type DemoAccount = components['schemas']['DemoAccount'];

function DemoAccounts({
  accounts,
  onPick,
}: {
  accounts: readonly DemoAccount[];
  onPick: (account: DemoAccount) => void;
}) {
  const { t } = useTranslation('session');
  return (
    <section className="zd-demo" aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demo.title')}</h2>
      <ul>
        {accounts.map((account) => (
          <li key={account.login}>
            <button type="button" className="zd-demo-account" onClick={() => onPick(account)}>
              <span>
                {account.name} <span className="zd-muted">{account.login}</span>
              </span>
              <span className="zd-muted">{account.role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SignInPage({ returnTo }: { returnTo: string }) {
  const { t } = useTranslation('session');
  const router = useRouter();
  const system = useSystemInfo();
  const { ended } = useSessionState();
  const [form] = Form.useForm<Credentials>();
  const signIn = useMutation({
    mutationFn: (body: Credentials) => answer(api.POST('/api/v1/auth/sign-in', { body })),
    onSuccess: (session) => {
      startSession(session);
      router.history.push(returnTo);
    },
  });
  return (
    <Entrance title={t('signIn.title')} lead={system.data?.company}>
      {ended && !signIn.isError ? <p role="status">{t('signIn.ended')}</p> : null}
      {system.data?.setup_required ? <p role="status">{t('signIn.setupRequired')}</p> : null}
      {signIn.isError ? <ProblemAlert error={signIn.error} compact /> : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={signIn.mutate}
        aria-label={t('signIn.title')}
      >
        <Form.Item name="login" label={t('signIn.login')} rules={[{ required: true, whitespace: true }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} size="large" />
        </Form.Item>
        <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Form>
      {system.data?.demo && system.data.demo_accounts?.length ? (
        <DemoAccounts
          accounts={system.data.demo_accounts}
          onPick={({ login, password }) => form.setFieldsValue({ login, password })}
        />
      ) : null}
    </Entrance>
  );
}
