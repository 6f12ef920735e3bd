import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { useCodeWord } from '@/shared/ui/feedback/code-words';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { useActOptions, useActWord, useRecordWord } from '@/shared/ui/record/act-words';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { ChainPanel } from './chain-panel';
import { type AuditEntry, nameOf, useAuditEntries } from './queries';
import { auditFilterKinds } from './search';
import { Severed } from './severed';

const hrefOf = (id: string) => `/audit/${id}`;

function useColumns(): Column<AuditEntry>[] {
  const { t } = useTranslation('audit');
  const act = useActWord();
  const record = useRecordWord();
  const refusal = useCodeWord();
  return useMemo(
    () => [
      {
        id: 'occurred_at',
        title: t('entry.time'),
        width: 150,
        render: ({ occurred_at }) => <TimeText value={occurred_at} />,
      },
      {
        id: 'actor',
        title: t('entry.actor'),
        width: 110,
        render: ({ actor }) => nameOf(actor) ?? t('via.SYSTEM'),
      },
      {
        id: 'action',
        title: t('entry.action'),
        width: 230,
        heading: true,
        render: ({ id, action }) => (
          <AppLink href={hrefOf(id)}>
            <span title={action}>{act(action)}</span>
          </AppLink>
        ),
      },
      {
        id: 'resource',
        title: t('entry.resource'),
        width: 260,
        render: ({ resource, severed_by }) => (
          <>
            <span className="zd-muted">{record(resource.type)}</span>{' '}
            {severed_by ? <Severed by={severed_by} /> : resource.label}
          </>
        ),
      },
      {
        id: 'outcome',
        title: t('entry.outcome'),
        width: 100,
        render: ({ outcome }) => (
          <Tag tone={outcome === 'DONE' ? 'ok' : 'danger'}>{t(`outcome.${outcome}`)}</Tag>
        ),
      },
      {
        id: 'code',
        title: t('entry.code'),
        width: 180,
        render: ({ code }) => (code ? <span title={code}>{refusal(code)}</span> : <PlainText value={code} />),
      },
      {
        id: 'reason',
        title: t('entry.reason'),
        width: 220,
        render: ({ reason }) => <PlainText value={reason} />,
      },
      {
        id: 'sequence',
        title: t('entry.sequence'),
        width: 100,
        align: 'end',
        render: ({ sequence }) => <PlainText value={sequence} />,
      },
    ],
    [t, act, record, refusal],
  );
}

export function AuditListPage() {
  const { t } = useTranslation('audit');
  const router = useRouter();
  const can = useCan();
  const state = useListState(auditFilterKinds);
  const entries = useAuditEntries(state.query);
  const columns = useColumns();
  const { acts, records } = useActOptions();
  const outcomes = (['DONE', 'REFUSED'] as const).map((value) => ({ value, label: t(`outcome.${value}`) }));
  return (
    <div className="zd-page">
      <h1>{t('title')}</h1>
      {/* Who may not read the trail is told so once, by its list. */}
      {can('audit.read') ? <ChainPanel /> : null}
      <DataTable
        list="audit-entries"
        label={t('title')}
        columns={columns}
        query={entries}
        state={state}
        openRow={({ id }) => router.history.push(hrefOf(id))}
        firstUse={{ title: t('none'), hint: t('noneHint') }}
        controls={() => (
          <FilterBar
            filters={{
              actor_id: { kind: 'person', label: t('entry.actor') },
              outcome: { kind: 'choice', label: t('entry.outcome'), options: outcomes },
              action: { kind: 'one-of', label: t('entry.action'), options: acts },
              resource_type: { kind: 'one-of', label: t('entry.resourceType'), options: records },
              clause: { kind: 'text', label: t('entry.clause') },
              occurred: { kind: 'dates', label: t('entry.time') },
            }}
            state={state}
            searchLabel={t('search')}
          />
        )}
      />
    </div>
  );
}
