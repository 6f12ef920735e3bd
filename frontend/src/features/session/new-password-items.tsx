import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

export type NewPassword = { new_password: string; repeated: string };

/**
 * A new password, typed twice; whether it is good enough is for the service to say. How long it must be is a
 * setting of the installation, which nothing tells the page: it is told with the refusal.
 */
export function NewPasswordItems() {
  const { t } = useTranslation('session');
  return (
    <>
      <Form.Item
        name="new_password"
        label={t('password.new')}
        extra={t('password.hint')}
        rules={[{ required: true }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('password.repeat')}
        dependencies={['new_password']}
        rules={[
          { required: true },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue('new_password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('password.different'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
