import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { ConcludeForm } from './conclude-form';
import { type Incident, stateCase, takeUpIncident, useIncidentsChanged } from './queries';

type FormProps = { incident: Incident; done: () => void };

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What one stated before, to go on from; whoever reads incidents is shown what others stated as well. */
function ownStatement({ parties }: Incident, me: string | undefined): string | null {
  const own = parties.flatMap(({ person, superior, statement, superior_statement }) => [
    person.id === me ? statement : null,
    superior.id === me ? superior_statement : null,
  ]);
  return own.find((one) => one)?.text ?? null;
}

function StateForm({ incident, done }: FormProps) {
  const { t } = useTranslation('incidents');
  const { message } = App.useApp();
  const changed = useIncidentsChanged();
  const fields = useMemo<Field[]>(
    () => [{ kind: 'long-text', name: 'statement', label: t('statement'), required: true, max: 4000 }],
    [t],
  );
  const me = useMe().data?.id;
  const initial = useMemo(() => ({ statement: ownStatement(incident, me) }), [incident, me]);
  return (
    <SmallForm
      label={t('state_case.action')}
      hint={t('state_case.hint')}
      fields={fields}
      initial={initial}
      save={async ({ statement }, key) => {
        await stateCase(incident, text(statement), key);
        message.success(t('state_case.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}

function TakeUpForm({ incident, done }: FormProps) {
  const { t } = useTranslation('incidents');
  const { message } = App.useApp();
  const changed = useIncidentsChanged();
  const fields = useMemo<Field[]>(
    () => [{ kind: 'long-text', name: 'reason', label: t('takeUp.reason'), required: true, max: 500 }],
    [t],
  );
  return (
    <SmallForm
      label={t('takeUp.action')}
      hint={
        <>
          <p>{t('takeUp.hint')}</p>
          <ClauseList clauses={[{ id: 'A-BOR-05' }]} />
        </>
      }
      fields={fields}
      save={async ({ reason }, key) => {
        await takeUpIncident(incident, text(reason), key);
        message.success(t('takeUp.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}

/** Whoever is named states their case; whoever handles it and is not named amends, concludes and takes up again. */
export function IncidentActions({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  return (
    <ActionBar
      allowed={incident.allowed_actions}
      actions={[
        {
          action: 'conclude',
          label: t('conclude.action'),
          primary: true,
          form: (done) => <ConcludeForm incident={incident} done={done} />,
        },
        {
          action: 'state',
          label: t('state_case.action'),
          primary: true,
          form: (done) => <StateForm incident={incident} done={done} />,
        },
        { action: 'amend', label: t('amend.action'), href: `/client-incidents/${incident.id}/amend` },
        {
          action: 'take-up',
          label: t('takeUp.action'),
          danger: true,
          form: (done) => <TakeUpForm incident={incident} done={done} />,
        },
      ]}
    />
  );
}
