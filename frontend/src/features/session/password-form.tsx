import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { type NewPassword, NewPasswordItems } from './new-password-items';
import { useChangePassword } from './queries';

type Values = NewPassword & { current_password: string };

export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const { t } = useTranslation('session');
  const [form] = Form.useForm<Values>();
  const change = useChangePassword();
  const submit = ({ current_password, new_password }: Values) =>
    change.mutate(
      { current_password, new_password },
      {
        onSuccess: () => {
          form.resetFields();
          onChanged();
        },
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={submit}
      aria-label={t('password.title')}
    >
      {change.isError ? <ProblemAlert error={change.error} compact /> : null}
      <Form.Item name="current_password" label={t('password.current')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <NewPasswordItems />
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('password.submit')}
      </Button>
    </Form>
  );
}
