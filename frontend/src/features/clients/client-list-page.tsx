import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { useRecordHref } from '@/shared/ui/navigation/use-record-href';
import { SavedViews } from '@/shared/ui/saved-views/saved-views';
import { PercentMeter } from '@/shared/ui/values/percent-meter';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, RefText, TimeText } from '@/shared/ui/values/values';
import { type ClientRow, countClients, useClients } from './queries';
import { clientFilterKinds } from './search';

const states = ['EXISTING', 'IN_THE_MAKING', 'POTENTIAL'] as const;
const tiers = ['KEY', 'CORE', 'GENERAL', 'POTENTIAL'] as const;
const levels = ['SECRET', 'CONFIDENTIAL', 'TOP_SECRET'] as const;

function useFilters(): Filters {
  const { t } = useTranslation('clients');
  return useMemo(
    () => ({
      state: {
        kind: 'choice',
        label: t('field.state'),
        options: states.map((value) => ({ value, label: t(`state.${value}`) })),
      },
      tier: {
        kind: 'choice',
        label: t('field.tier'),
        options: tiers.map((value) => ({ value, label: t(`tier.${value}`) })),
      },
      level: {
        kind: 'choice',
        label: t('field.level'),
        options: levels.map((value) => ({ value, label: t(`level.${value}`) })),
      },
      owner_id: { kind: 'person', label: t('field.owner') },
      department_id: { kind: 'department', label: t('field.department') },
      completeness: { kind: 'numbers', label: t('field.completeness') },
      verification_due_before: { kind: 'date', label: t('list.dueBefore') },
      updated: { kind: 'dates', label: t('field.updatedAt') },
    }),
    [t],
  );
}

function useColumns(): Column<ClientRow>[] {
  const { t } = useTranslation('clients');
  return useMemo(
    () => [
      {
        id: 'number',
        title: t('field.number'),
        width: 130,
        sort: 'number',
        pinned: true,
        render: ({ number }) => <span className="zd-mono">{number}</span>,
      },
      {
        id: 'name',
        title: t('field.name'),
        width: 260,
        sort: 'name',
        pinned: true,
        heading: true,
        render: ({ id, name }) => (
          <RecordLink type="client" id={id}>
            {name}
          </RecordLink>
        ),
      },
      { id: 'state', title: t('field.state'), width: 100, render: ({ state }) => t(`state.${state}`) },
      {
        id: 'tier',
        title: t('field.tier'),
        width: 100,
        render: ({ tier }) => <Tag tone={tier === 'KEY' ? 'accent' : 'neutral'}>{t(`tier.${tier}`)}</Tag>,
      },
      { id: 'owner', title: t('field.owner'), width: 100, render: ({ owner }) => <RefText value={owner} /> },
      {
        id: 'department',
        title: t('field.department'),
        width: 130,
        render: ({ department }) => <RefText value={department} />,
      },
      {
        id: 'completeness',
        title: t('field.completeness'),
        width: 130,
        sort: 'completeness',
        render: ({ completeness }) => <PercentMeter percent={completeness.percent} />,
      },
      {
        id: 'verification_due_on',
        title: t('field.verificationDueOn'),
        width: 190,
        sort: 'verification_due_on',
        render: (row) => <DateText value={row.verification_due_on} due />,
      },
      {
        id: 'level',
        title: t('field.level'),
        width: 90,
        hidden: true,
        render: ({ level }) => t(`level.${level}`),
      },
      {
        id: 'updated_at',
        title: t('field.updatedAt'),
        width: 150,
        sort: 'updated_at',
        render: (row) => <TimeText value={row.updated_at} />,
      },
    ],
    [t],
  );
}

export function ClientListPage() {
  const { t } = useTranslation('clients');
  const router = useRouter();
  const state = useListState(clientFilterKinds);
  const clients = useClients(state.query);
  const columns = useColumns();
  const filters = useFilters();
  const hrefOf = useRecordHref();
  const open = (row: ClientRow) => {
    const href = hrefOf('client', row.id);
    if (href) router.history.push(href);
  };
  return (
    <div className="zd-page">
      <h1>{t('list.title')}</h1>
      <DataTable
        list="clients"
        label={t('list.title')}
        columns={columns}
        query={clients}
        state={state}
        openRow={open}
        firstUse={{ title: t('list.firstUse'), hint: t('list.firstUseHint') }}
        controls={(columnState) => (
          <>
            <SavedViews
              list="clients"
              state={state}
              columns={columnState}
              allColumns={columns}
              count={countClients}
            />
            <FilterBar filters={filters} state={state} searchLabel={t('list.search')} />
          </>
        )}
      />
    </div>
  );
}
