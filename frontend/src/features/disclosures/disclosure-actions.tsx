import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { today } from '@/shared/format/date';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field } from '@/shared/ui/record-form/fields';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { type Disclosure, giveUp, provide, submitAgain, useDisclosuresChanged } from './queries';
import { meansNames } from './words';

type FormProps = { disclosure: Disclosure; done: () => void };

function SubmitForm({ disclosure, done }: FormProps) {
  const { t } = useTranslation('disclosures');
  const { message } = App.useApp();
  const changed = useDisclosuresChanged();
  return (
    <SmallForm
      label={t('submit.action')}
      hint={t('submit.hint')}
      save={async (_, key) => {
        await submitAgain(disclosure, key);
        message.success(t('sent'));
        await changed();
      }}
      onDone={done}
    />
  );
}

function GiveUpForm({ disclosure, done }: FormProps) {
  const { t } = useTranslation('disclosures');
  const changed = useDisclosuresChanged();
  return (
    <ReasonForm
      label={t('giveUp.action')}
      fieldLabel={t('giveUp.reason')}
      hint={t('giveUp.hint')}
      save={async (reason, key) => {
        await giveUp(disclosure, reason, key);
        await changed();
      }}
      said={t('giveUp.done')}
      done={done}
    />
  );
}

/** What was actually handed over, to whom, how and when (B-SEC-07). */
function ProvideForm({ disclosure, done }: FormProps) {
  const { t } = useTranslation('disclosures');
  const { message } = App.useApp();
  const changed = useDisclosuresChanged();
  const initial = useMemo(() => ({ means: 'IN_PERSON', provided_on: today() }), []);
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'long-text',
        name: 'handed_over',
        label: t('provide.handedOver'),
        help: t('provide.handedOverHelp'),
        required: true,
        max: 1000,
      },
      {
        kind: 'text',
        name: 'received_by',
        label: t('provide.receivedBy'),
        required: true,
        max: 200,
        wide: true,
      },
      {
        kind: 'choice',
        name: 'means',
        label: t('provide.means'),
        required: true,
        options: meansNames.map((value) => ({ value, label: t(`meansNames.${value}`) })),
      },
      { kind: 'date', name: 'provided_on', label: t('provide.providedOn'), required: true },
    ],
    [t],
  );
  return (
    <SmallForm
      label={t('provide.action')}
      hint={
        <>
          <p>{t('provide.hint')}</p>
          <ClauseList clauses={[{ id: 'B-SEC-07' }, { id: 'B-SEC-08' }]} />
        </>
      }
      fields={fields}
      initial={initial}
      save={async (body, key) => {
        await provide(disclosure, body as components['schemas']['ProvideClientDisclosure'], key);
        message.success(t('provide.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}

/** Whoever asked changes, submits again or gives up; customer service provides. */
export function DisclosureActions({ disclosure }: { disclosure: Disclosure }) {
  const { t } = useTranslation('disclosures');
  return (
    <ActionBar
      allowed={disclosure.allowed_actions}
      actions={[
        {
          action: 'provide',
          label: t('provide.action'),
          primary: true,
          form: (done) => <ProvideForm disclosure={disclosure} done={done} />,
        },
        {
          action: 'submit',
          label: t('submit.action'),
          primary: true,
          form: (done) => <SubmitForm disclosure={disclosure} done={done} />,
        },
        {
          action: 'change',
          label: t('change.action'),
          href: `/client-disclosures/${disclosure.id}/edit`,
        },
        {
          action: 'give-up',
          label: t('giveUp.action'),
          danger: true,
          form: (done) => <GiveUpForm disclosure={disclosure} done={done} />,
        },
      ]}
    />
  );
}
