import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { Counts } from './counts';
import { carryOut, type Destruction, useDestructionsChanged } from './queries';
import './destructions.css';

/** What goes, and that nothing brings it back, stands before the number is asked for (A-BOR-06). */
function Warning({ destruction }: { destruction: Destruction }) {
  const { t } = useTranslation('destructions');
  const { client, counts } = destruction;
  return (
    <>
      <p className="zd-warning" role="note">
        {t('carryOut.warning')}
      </p>
      <div className="zd-destruction-goes">
        <p>{t('carryOut.goes', { number: client.number })}</p>
        <Counts counts={counts} />
        <p className="zd-muted">{t('carryOut.trail')}</p>
      </div>
      <ClauseList clauses={[{ id: 'A-BOR-06' }]} />
    </>
  );
}

type Props = { destruction: Destruction; done: () => void };

/** The number of the file is typed again: whoever pressed the wrong button stops here. */
export function CarryOutForm({ destruction, done }: Props) {
  const { t } = useTranslation('destructions');
  const { message } = App.useApp();
  const changed = useDestructionsChanged();
  const { number } = destruction.client;
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'text',
        name: 'client_number',
        label: t('carryOut.number'),
        help: t('carryOut.numberHelp', { number }),
        required: true,
        max: 40,
        autoComplete: 'off',
        wide: true,
      },
    ],
    [t, number],
  );
  return (
    <SmallForm
      label={t('carryOut.action')}
      hint={<Warning destruction={destruction} />}
      fields={fields}
      danger
      save={async ({ client_number }, key) => {
        await carryOut(destruction, String(client_number ?? ''), key);
        message.success(t('carryOut.done'));
        await changed();
      }}
      onDone={done}
    />
  );
}
