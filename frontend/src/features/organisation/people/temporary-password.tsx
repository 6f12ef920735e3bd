import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { CopyOnce } from '@/shared/ui/values/copy-once';
import { TimeText } from '@/shared/ui/values/values';
import { type Person, resetPassword, type TemporaryPassword, usePeopleChanged } from './queries';

type ShownProps = { made: TemporaryPassword; name: string; onClose: () => void };

/** The password as it is told to the person: it stands in this window and nowhere else. */
export function PasswordShown({ made, name, onClose }: ShownProps) {
  const { t } = useTranslation('organisation');
  const password = made.temporary_password;
  return (
    <div className="zd-stack">
      {password ? (
        <>
          <p>{t('password.tell', { name })}</p>
          <CopyOnce label={t('password.label')} value={password} />
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
        const answered = await resetPassword(person, body, key);
        await changed();
        return answered;
      }}
      onSaved={setMade}
      onDone={done}
    />
  );
}
