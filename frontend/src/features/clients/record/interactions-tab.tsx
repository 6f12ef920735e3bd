import { Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '@/shared/format/date';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, RefText, TimeText } from '@/shared/ui/values/values';
import '../clients.css';
import { TimeInput } from '@/shared/ui/pickers/time-input';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { useChoices } from '../choices';
import { type Client, useClientsChanged } from '../queries';
import { useClassifyItem } from './classify-item';
import {
  type Interaction,
  recordInteraction,
  useContactOptions,
  useInteractions,
} from './interaction-queries';
import { ItemLevelLine } from './item-level';
import { RemovedNote } from './removed-note';
import { useSecrecySection } from './secrecy-fields';

type FileOfTalks = Pick<Client, 'id' | 'level'>;
type FormProps = { client: FileOfTalks; corrects: Interaction | null; onDone: () => void };

function useInteractionFields(clientId: string, isCorrection: boolean): Field[] {
  const { t } = useTranslation('client-record');
  const { options } = useChoices();
  const contacts = useContactOptions(clientId);
  const people = JSON.stringify(contacts);
  return useMemo(() => {
    const long = (name: string, max: number, required = false): Field => ({
      kind: 'long-text',
      name,
      label: t(`interaction.${name}` as 'interaction.summary'),
      max,
      required,
    });
    return [
      {
        kind: 'custom',
        name: 'occurred_at',
        label: t('interaction.occurred_at'),
        required: true,
        control: <TimeInput past />,
        show: (value) => formatTime(String(value)),
      },
      {
        kind: 'choice',
        name: 'channel',
        label: t('interaction.channel'),
        required: true,
        options: options('channel'),
      },
      {
        kind: 'choice',
        name: 'with_contact_id',
        label: t('interaction.with'),
        options: JSON.parse(people) as { value: string; label: string }[],
      },
      long('summary', 4000, true),
      long('needs', 2000),
      long('preferences', 2000),
      long('next_step', 1000),
      { kind: 'date', name: 'next_on', label: t('interaction.next_on') },
      ...(isCorrection ? [long('correction_reason', 500, true)] : []),
    ];
  }, [t, people, isCorrection, options]);
}

function InteractionForm({ client, corrects, onDone }: FormProps) {
  const { t } = useTranslation('client-record');
  const changed = useClientsChanged();
  const fields = useInteractionFields(client.id, corrects !== null);
  const secrecy = useSecrecySection(client.level, corrects !== null);
  const initial = useMemo<Values>(() => {
    if (!corrects) return { occurred_at: new Date().toISOString() };
    const { occurred_at, channel, with_contact, summary, needs, preferences, next_step, next_on } = corrects;
    return {
      occurred_at,
      channel,
      with_contact_id: with_contact?.id,
      summary,
      needs,
      preferences,
      next_step,
      next_on,
    };
  }, [corrects]);
  return (
    <SmallForm
      label={corrects ? t('interaction.correct') : t('interaction.add')}
      fields={fields}
      further={secrecy.section}
      initial={initial}
      onValues={secrecy.heed}
      save={async (body, key) => {
        await recordInteraction(client.id, corrects ? { ...body, corrects_id: corrects.id } : body, key);
        await changed();
      }}
      onDone={onDone}
    />
  );
}

function Entry({ client, row }: { client: FileOfTalks; row: Interaction }) {
  const classify = useClassifyItem('interactions', client);
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  const texts = (['summary', 'needs', 'preferences', 'next_step'] as const).flatMap((name) =>
    row[name]
      ? [
          {
            label: t(`interaction.${name}`),
            value: <span className="zd-long-text">{row[name]}</span>,
            wide: true,
          },
        ]
      : [],
  );
  return (
    <li className="zd-entry" data-removed={Boolean(row.removed)}>
      <div className="zd-spread">
        <h3>
          <TimeText value={row.occurred_at} /> <Tag>{word('channel', row.channel)}</Tag>{' '}
          {row.corrects_id ? <Tag tone="accent">{t('interaction.isCorrection')}</Tag> : null}
        </h3>
        {row.removed ? null : (
          <ActionBar
            allowed={row.allowed_actions}
            actions={[
              ...classify(row),
              {
                action: 'correct',
                label: t('interaction.correct'),
                form: (done) => <InteractionForm client={client} corrects={row} onDone={done} />,
              },
            ]}
          />
        )}
      </div>
      <ItemLevelLine secrecy={row.secrecy} />
      <Facts
        items={[
          { label: t('interaction.with'), value: <RefText value={row.with_contact} /> },
          { label: t('interaction.by'), value: <RefText value={row.created_by} /> },
          ...(row.next_on
            ? [{ label: t('interaction.next_on'), value: <DateText value={row.next_on} due /> }]
            : []),
          ...texts,
        ]}
      />
      {row.removed ? <RemovedNote removed={row.removed} /> : null}
    </li>
  );
}

/** Every meeting with the client (A-CLI-23, B-CRM-14): corrected by a new entry, never rewritten. */
export function InteractionsTab({ client, mayAdd }: { client: FileOfTalks; mayAdd: boolean }) {
  const { t } = useTranslation('client-record');
  const [withCorrected, setWithCorrected] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const rows = useInteractions(client.id, withCorrected);
  const close = () => setAdding(false);
  return (
    <section className="zd-panel zd-block" aria-labelledby="panel-interactions">
      <div className="zd-spread">
        <h2 id="panel-interactions">{t('interaction.title')}</h2>
        <div className="zd-row">
          <Checkbox checked={withCorrected} onChange={({ target }) => setWithCorrected(target.checked)}>
            {t('interaction.withCorrected')}
          </Checkbox>
          {mayAdd ? <Button onClick={() => setAdding(true)}>{t('interaction.add')}</Button> : null}
        </div>
      </div>
      <QueryGate query={rows}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('hanging.none')} hint={t('interaction.emptyHint')} />
          ) : (
            <ul>
              {items.map((row) => (
                <Entry key={row.id} client={client} row={row} />
              ))}
            </ul>
          )
        }
      </QueryGate>
      <FormDialog open={isAdding} title={t('interaction.add')} onCancel={close} width={720}>
        <InteractionForm client={client} corrects={null} onDone={close} />
      </FormDialog>
    </section>
  );
}
