import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import '../clients.css';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { useClientsChanged } from '../queries';
import type { Hanging } from './hanging-queries';
import { RemovedNote } from './removed-note';

type Schemas = components['schemas'];
type Row = {
  id: string;
  version: number;
  removed?: Schemas['Removed'] | null;
  allowed_actions: Schemas['AllowedAction'][];
};

type Props<R extends Row> = {
  clientId: string;
  /** The name in the cache and in the address of the service. */
  name: string;
  title: string;
  addLabel: string;
  emptyHint: string;
  hanging: Hanging<R>;
  fields: readonly Field[];
  /** Fields of this row that its reader may not see in full, and so cannot change. */
  withheld?: (row: R) => readonly string[];
  entryTitle: (row: R) => ReactNode;
  entry: (row: R) => ReactNode;
  mayAdd: boolean;
};

function AddForm<R extends Row>({ panel, onDone }: { panel: Props<R>; onDone: () => void }) {
  const changed = useClientsChanged();
  return (
    <SmallForm
      label={panel.addLabel}
      fields={panel.fields}
      save={async (body, key) => {
        await panel.hanging.create(panel.clientId, body, key);
        await changed();
      }}
      onDone={onDone}
    />
  );
}

function ChangeForm<R extends Row>({ panel, row, done }: { panel: Props<R>; row: R; done: () => void }) {
  const { t } = useTranslation('client-record');
  const changed = useClientsChanged();
  const { clientId, hanging, fields, withheld } = panel;
  // What is stored while the form is open must not pull the ground from under it.
  const [first] = useState(row);
  const sections = useMemo(() => {
    const hidden = withheld?.(first) ?? [];
    return [
      {
        id: 'change',
        title: panel.title,
        fields: fields.map((field) =>
          hidden.includes(field.name) ? { ...field, disabled: true, help: t('hanging.withheld') } : field,
        ),
      },
    ];
  }, [fields, first, panel.title, t, withheld]);
  return (
    <RecordForm
      label={t('hanging.change')}
      sections={sections}
      initial={first as Values}
      target={{
        mode: 'CHANGE',
        version: first.version,
        save: async (patch: Values, version) => {
          await hanging.change(clientId, first.id, version, patch);
          await changed();
        },
        latest: async () => {
          const latest = await hanging.one(clientId, first.id);
          return { values: latest as Values, version: latest.version };
        },
      }}
      onSaved={done}
      onCancel={done}
    />
  );
}

function RemoveForm<R extends Row>({ panel, row, done }: { panel: Props<R>; row: R; done: () => void }) {
  const { t } = useTranslation('client-record');
  const { message } = App.useApp();
  const changed = useClientsChanged();
  const fields = useMemo<Field[]>(
    () => [{ kind: 'long-text', name: 'reason', label: t('act.reason'), required: true, max: 500 }],
    [t],
  );
  return (
    <SmallForm
      label={t('hanging.remove')}
      fields={fields}
      save={async ({ reason }, key) => {
        await panel.hanging.remove(panel.clientId, row.id, row.version, String(reason ?? ''), key);
        message.success(t('hanging.removedNow'));
        await changed();
      }}
      onDone={done}
    />
  );
}

function Entry<R extends Row>({ panel, row }: { panel: Props<R>; row: R }) {
  const { t } = useTranslation('client-record');
  return (
    <li className="zd-entry" data-removed={Boolean(row.removed)}>
      <div className="zd-spread">
        <h3>{panel.entryTitle(row)}</h3>
        {row.removed ? null : (
          <ActionBar
            allowed={row.allowed_actions}
            actions={[
              {
                action: 'update',
                label: t('hanging.change'),
                form: (done) => <ChangeForm panel={panel} row={row} done={done} />,
              },
              {
                action: 'remove',
                label: t('hanging.remove'),
                danger: true,
                form: (done) => <RemoveForm panel={panel} row={row} done={done} />,
              },
            ]}
          />
        )}
      </div>
      {panel.entry(row)}
      {row.removed ? <RemovedNote removed={row.removed} /> : null}
    </li>
  );
}

/** What hangs on a file: listed, added to, put right and taken out, nothing ever deleted. */
export function HangingPanel<R extends Row>(props: Props<R>) {
  const { clientId, name, title, addLabel, emptyHint, hanging, mayAdd } = props;
  const { t } = useTranslation('client-record');
  const [withRemoved, setWithRemoved] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const rows = useQuery({
    queryKey: ['client', name, clientId, withRemoved],
    queryFn: () => hanging.list(clientId, withRemoved),
  });
  const close = () => setAdding(false);
  return (
    <section className="zd-panel zd-block" aria-labelledby={`panel-${name}`}>
      <div className="zd-spread">
        <h2 id={`panel-${name}`}>{title}</h2>
        <div className="zd-row">
          <Checkbox checked={withRemoved} onChange={({ target }) => setWithRemoved(target.checked)}>
            {t('hanging.withRemoved')}
          </Checkbox>
          {mayAdd ? <Button onClick={() => setAdding(true)}>{addLabel}</Button> : null}
        </div>
      </div>
      <QueryGate query={rows}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('hanging.none')} hint={emptyHint} />
          ) : (
            <ul>
              {items.map((row) => (
                <Entry key={row.id} panel={props} row={row} />
              ))}
            </ul>
          )
        }
      </QueryGate>
      <FormDialog open={isAdding} title={addLabel} onCancel={close} width={720}>
        <AddForm panel={props} onDone={close} />
      </FormDialog>
    </section>
  );
}
