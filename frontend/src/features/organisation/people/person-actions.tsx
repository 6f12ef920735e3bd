import { useTranslation } from 'react-i18next';
import { ActionBar, type ActionView } from '@/shared/ui/record/action-bar';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { GrantForm } from '../grants/grant-form';
import { FilesOwned } from './files-owned';
import { actOnPerson, type Person, usePeopleChanged } from './queries';
import { ResetPasswordForm } from './temporary-password';

const withReason = ['end-sessions', 'disable', 'enable'] as const;

/** What may be done to a person's account, and of the rest why not. */
export function PersonActions({ person }: { person: Person }) {
  const { t } = useTranslation('organisation');
  const changed = usePeopleChanged();
  const act = (action: (typeof withReason)[number]): ActionView => ({
    action,
    label: t(`action.${action}`),
    danger: action === 'disable',
    form: (done) => (
      <>
        {action === 'disable' ? <FilesOwned person={person} /> : null}
        <ReasonForm
          label={t(`action.${action}`)}
          hint={t(`person.hintOf.${action}`)}
          save={async (reason, key) => {
            await actOnPerson(person, action, reason, key);
            await changed();
          }}
          done={done}
        />
      </>
    ),
  });
  const views: ActionView[] = [
    {
      action: 'grant-role',
      label: t('action.grant-role'),
      primary: true,
      form: (done) => <GrantForm person={person} done={done} />,
    },
    { action: 'update', label: t('action.edit'), href: `/people/${person.id}/edit` },
    {
      action: 'reset-password',
      label: t('action.reset-password'),
      form: (done) => <ResetPasswordForm person={person} done={done} />,
    },
    ...withReason.map(act),
  ];
  return <ActionBar allowed={person.allowed_actions} actions={views} />;
}
