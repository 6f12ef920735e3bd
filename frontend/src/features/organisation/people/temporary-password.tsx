import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Input, type InputRef } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { TimeText } from '@/shared/ui/values/values';
import { type Person, resetPassword, type TemporaryPassword, usePeopleChanged } from './queries';

type ShownProps = { made: TemporaryPassword; name: string; onClose: () => void };

/** The password as it is told to the person: it stands in this window and nowhere else. */
export function PasswordShown({ made, name, onClose }: ShownProps) {
  const { t } = useTranslation('organisation');
  const { message } = App.useApp();
  const field = useRef<InputRef>(null);
  const password = made.temporary_password;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password ?? '');
      message.success(t('password.copied'));
    } catch {
      // Without a secure connection browsers give no clipboard: the keyboard still copies what is selected.
      field.current?.select();
      message.info(t('password.copyByHand'));
    }
  };
  return (
    <div className="zd-stack">
      {password ? (
        <>
          <p>{t('password.tell', { name })}</p>
          <div className="zd-row">
            <Input
              ref={field}
              readOnly
              autoFocus
              value={password}
              aria-label={t('password.label')}
              className="zd-mono zd-org-password"
              onFocus={({ target }) => target.select()}
            />
            <Button icon={<CopyOutlined />} onClick={copy}>
              {t('password.copy')}
            </Button>
          </div>
          <p className="zd-muted">
            {t('password.until')} <TimeText value={made.valid_until} />
          </p>
        </>
      ) : (
        // The answer came again by its idempotency key; the password itself is kept nowhere.
        <p role="alert">{t('password.shownBefore')}</p>
      )}
      <div>
        <Button type="primary" onClick={onClose}>
          {t('password.close')}
        </Button>
      </div>
    </div>
  );
}

export function ResetPasswordForm({ person, done }: { person: Person; done: () => void }) {
  const { t } = useTranslation('organisation');
  const changed = usePeopleChanged();
  const answered = useRef<TemporaryPassword | null>(null);
  const [made, setMade] = useState<TemporaryPassword | null>(null);
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'long-text',
        name: 'reason',
        label: t('form.reason'),
        help: t('password.hint'),
        max: 500,
      },
    ],
    [t],
  );
  if (made) return <PasswordShown made={made} name={person.name} onClose={done} />;
  return (
    <SmallForm
      label={t('action.reset-password')}
      fields={fields}
      save={async (body: Values, key) => {
        answered.current = await resetPassword(person, body, key);
        await changed();
      }}
      onDone={() => (answered.current ? setMade(answered.current) : done())}
    />
  );
}
