import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar, type ActionView } from '@/shared/ui/record/action-bar';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { type Client, useClientsChanged } from '../queries';
import { fieldsOf, levelToSet, useActionWords } from './action-fields';
import { actOn, type SimpleAction } from './action-queries';
import { AskForIt, type ClientAction } from './ask-for-it';
import { MergeForm } from './merge-form';

const simple: readonly SimpleAction[] = [
  'verify',
  'hand-over',
  'change-state',
  'change-tier',
  'classify',
  'report-inferior',
  'confirm-inferior',
  'clear-inferior',
];
const grave: readonly string[] = ['report-inferior', 'confirm-inferior', 'merge'];

function SimpleForm({ client, action, done }: { client: Client; action: SimpleAction; done: () => void }) {
  const { t } = useTranslation('client-record');
  const { message } = App.useApp();
  const words = useActionWords();
  const changed = useClientsChanged();
  const fields = useMemo(() => fieldsOf(action, client, words), [action, client, words]);
  const proposal = useMemo(() => ({ level: levelToSet(client) }), [client]);
  return (
    <SmallForm
      label={t(`action.${action}`)}
      fields={fields}
      initial={action === 'classify' ? proposal : undefined}
      save={async (body, key) => {
        await actOn(client, action, body, key);
        message.success(t('act.done', { action: t(`action.${action}`) }));
        await changed();
      }}
      onDone={done}
    />
  );
}

/** The acts on a file that the service allows, and of the others why not. */
export function ClientActions({ client }: { client: Client }) {
  const { t } = useTranslation('client-record');
  const views: ActionView[] = [
    ...simple.map((action) => ({
      action,
      label: t(`action.${action}`),
      primary: action === 'verify',
      danger: grave.includes(action),
      form: (done: () => void) => <SimpleForm client={client} action={action} done={done} />,
    })),
    {
      action: 'merge',
      label: t('action.merge'),
      danger: true,
      form: (done) => <MergeForm client={client} onDone={done} />,
    },
    {
      action: 'propose-destruction',
      label: t('action.propose-destruction'),
      danger: true,
      href: `/client-destructions/new?client_id=${client.id}`,
    },
  ];
  // Only actions of a file come here, by the names that the service has for them.
  const askFor = (action: string) => <AskForIt client={client} action={action as ClientAction} />;
  return <ActionBar allowed={client.allowed_actions} actions={views} askFor={askFor} />;
}
