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
import { useSourceField } from '../intake/source';
import type { RecordKind } from '../intake/submission-queries';
import { type Client, useClientsChanged } from '../queries';
import type { Hanging } from './hanging-queries';
import { type EntryMode, usePropose } from './propose-record';
import { RemovedNote } from './removed-note';

type Schemas = components['schemas'];
type Row = {
  id: string;
  version: number;
  removed?: Schemas['Removed'] | null;
  allowed_actions: Schemas['AllowedAction'][];
};

type Props<R extends Row> = {
  client: Pick<Client, 'id' | 'version'>;
  /** The name in the cache and in the address of the service. */
  name: string;
  /** What a submission calls such a record. */
  kind: RecordKind;
  title: string;
  addLabel: string;
  proposeLabel: string;
  emptyHint: string;
  hanging: Hanging<R>;
  fields: readonly Field[];
  /** Fields of this row that its reader may not see in full, and so cannot change. */
  withheld?: (row: R) => readonly string[];
  entryTitle: (row: R) => ReactNode;
  entry: (row: R) => ReactNode;
  entryMode: EntryMode;
};

function AddForm<R extends Row>({ panel, onDone }: { panel: Props<R>; onDone: () => void }) {
  const changed = useClientsChanged();
  return (
    <SmallForm
      label={panel.addLabel}
      fields={panel.fields}
      save={async (body, key) => {
        await panel.hanging.create(panel.client.id, body, key);
        await changed();
      }}
      onDone={onDone}
    />
  );
}

/** Sales hands in what the information administrator will enter (A-CLI-16, A-CLI-17). */
function ProposeForm<R extends Row>({ panel, onDone }: { panel: Props<R>; onDone: () => void }) {
  const propose = usePropose(panel.client);
  const source = useSourceField();
  const fields = useMemo(() => [...panel.fields, source], [panel.fields, source]);
  return (
    <SmallForm
      label={panel.proposeLabel}
      fields={fields}
      save={(body, key) => propose({ kind: panel.kind }, body, key)}
      onDone={onDone}
    />
  );
}

type ChangeProps<R extends Row> = { panel: Props<R>; row: R; isProposal?: boolean; done: () => void };

function ChangeForm<R extends Row>({ panel, row, isProposal = false, done }: ChangeProps<R>) {
  const { t } = useTranslation('client-record');
  const changed = useClientsChanged();
  const propose = usePropose(panel.client);
  const source = useSourceField();
  const { client, hanging, withheld } = panel;
  const fields = useMemo(
    () => (isProposal ? [...panel.fields, source] : panel.fields),
    [isProposal, panel.fields, source],
  );
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
      label={isProposal ? t('header.propose') : t('hanging.change')}
      sections={sections}
      initial={first as Values}
      target={{
        mode: 'CHANGE',
        version: first.version,
        save: async (patch: Values, version, key) => {
          if (isProposal) {
            await propose({ kind: panel.kind, record_id: first.id, record_version: version }, patch, key);
            return;
          }
          await hanging.change(client.id, first.id, version, patch);
          await changed();
        },
        latest: async () => {
          const latest = await hanging.one(client.id, first.id);
          return { values: latest as Values, version: latest.version };
        },
      }}
      submitLabel={isProposal ? t('header.propose') : undefined}
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
        await panel.hanging.remove(panel.client.id, row.id, row.version, String(reason ?? ''), key);
        message.success(t('hanging.removedNow'));
        await changed();
      }}
      onDone={done}
    />
  );
}

/** Whoever does not keep the file may still hand in a change. */
const proposing = { action: 'propose', enabled: true, reasons: [] };

function Entry<R extends Row>({ panel, row }: { panel: Props<R>; row: R }) {
  const { t } = useTranslation('client-record');
  const isProposing = panel.entryMode === 'PROPOSE';
  return (
    <li className="zd-entry" data-removed={Boolean(row.removed)}>
      <div className="zd-spread">
        <h3>{panel.entryTitle(row)}</h3>
        {row.removed ? null : (
          <ActionBar
            allowed={isProposing ? [proposing, ...row.allowed_actions] : row.allowed_actions}
            actions={[
              {
                action: 'propose',
                label: t('header.propose'),
                form: (done) => <ChangeForm panel={panel} row={row} isProposal done={done} />,
              },
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
  const { client, name, title, addLabel, proposeLabel, emptyHint, hanging, entryMode } = props;
  const label = entryMode === 'PROPOSE' ? proposeLabel : addLabel;
  const Form = entryMode === 'PROPOSE' ? ProposeForm : AddForm;
  const { t } = useTranslation('client-record');
  const [withRemoved, setWithRemoved] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const rows = useQuery({
    queryKey: ['client', name, client.id, withRemoved],
    queryFn: () => hanging.list(client.id, withRemoved),
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
          {entryMode === 'NONE' ? null : <Button onClick={() => setAdding(true)}>{label}</Button>}
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
      <FormDialog open={isAdding} title={label} onCancel={close} width={720}>
        <Form panel={props} onDone={close} />
      </FormDialog>
    </section>
  );
}
