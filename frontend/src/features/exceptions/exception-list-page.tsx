import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { type ListState, useListState } from '@/shared/ui/data-table/list-state';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { type ExceptionRow, useExceptions, useKindNames } from './queries';
import { exceptionFilterKinds } from './search';
import { KindTag, StateTag, SubjectLink, Term } from './standing';
import { TrendTable } from './trend';
import { kinds, states } from './words';
import './exceptions.css';

const hrefOf = (id: string) => `/exceptions/${id}`;

function useColumns(): Column<ExceptionRow>[] {
  const { t } = useTranslation('exceptions');
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('what'),
        width: 200,
        heading: true,
        pinned: true,
        render: ({ id, name, kind }) => (
          <>
            <AppLink href={hrefOf(id)}>{name}</AppLink> <KindTag kind={kind} />
          </>
        ),
      },
      { id: 'state', title: t('state'), width: 88, render: (row) => <StateTag state={row.state} /> },
      {
        id: 'subject',
        title: t('subject'),
        width: 150,
        render: (row) => <SubjectLink row={row} />,
      },
      {
        id: 'reason',
        title: t('reason'),
        width: 180,
        grow: true,
        render: ({ reason }) => <PlainText value={reason.split('\n')[0]} />,
      },
      {
        id: 'requested',
        title: t('requested'),
        width: 132,
        render: (row) => (
          <>
            <RefText value={row.requested_by} />
            <div className="zd-muted">
              <TimeText value={row.requested_at} />
            </div>
          </>
        ),
      },
      {
        id: 'decided',
        title: t('decided'),
        width: 132,
        render: (row) => (
          <>
            <RefText value={row.decided_by} />
            {row.decided_at ? (
              <div className="zd-muted">
                <TimeText value={row.decided_at} />
              </div>
            ) : null}
          </>
        ),
      },
      { id: 'expires_on', title: t('until'), width: 124, render: (row) => <Term row={row} /> },
      {
        id: 'clauses',
        title: t('rules'),
        width: 150,
        render: (row) => <ClauseList clauses={row.clauses.map(({ id }) => ({ id }))} />,
      },
    ],
    [t],
  );
}

/** What an address may ask for beyond the usual is taken away like any filter, and offered only while it is there. */
function useFilters({ search }: ListState, rows: readonly ExceptionRow[]): Filters {
  const { t } = useTranslation('exceptions');
  const names = useKindNames();
  const named = rows.find(({ subject }) => subject.id === search.subject_id)?.subject;
  const record = String(search.subject_id);
  return {
    kind: {
      kind: 'choice',
      label: t('kind'),
      options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    state: {
      kind: 'choice',
      label: t('state'),
      options: states.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    clause: { kind: 'text', label: t('rule') },
    from: { kind: 'date', label: t('from') },
    to: { kind: 'date', label: t('to') },
    about: {
      kind: 'one-of',
      label: t('about'),
      options: (names.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    requested_by: { kind: 'person', label: t('requestedBy') },
    department_id: { kind: 'department', label: t('department') },
    in_force_on: { kind: 'date', label: t('inForceOn') },
    ...(search.subject_id === undefined
      ? {}
      : {
          subject_id: {
            kind: 'one-of' as const,
            label: t('subject'),
            options: [{ value: record, label: named?.name ?? t('oneRecord') }],
          },
        }),
  };
}

/** Every departure from the handbook that was asked for: from which rule, why, who granted it, until when. */
export function ExceptionListPage() {
  const { t } = useTranslation('exceptions');
  const router = useRouter();
  const state = useListState(exceptionFilterKinds);
  const exceptions = useExceptions(state.query);
  const columns = useColumns();
  const filters = useFilters(state, exceptions.data?.items ?? []);
  return (
    <div className="zd-page">
      <h1>{t('title')}</h1>
      <TrendTable />
      <DataTable
        list="exceptions"
        label={t('title')}
        columns={columns}
        query={exceptions}
        state={state}
        openRow={({ id }) => router.history.push(hrefOf(id))}
        firstUse={{ title: t('none'), hint: t('noneHint') }}
        controls={() => <FilterBar filters={filters} state={state} />}
      />
    </div>
  );
}
