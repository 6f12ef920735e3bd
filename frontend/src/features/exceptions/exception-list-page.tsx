import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ExceptionStateTag,
  SubjectLink,
  useObligationKinds,
  useSubjectFilter,
} from '@/features/obligations/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { type ListState, useListState } from '@/shared/ui/data-table/list-state';
import { FirstClause } from '@/shared/ui/feedback/first-clause';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { type ExceptionRow, useExceptions } from './queries';
import { exceptionFilterKinds } from './search';
import { isDecided, KindTag, Term } from './standing';
import { TrendTable } from './trend';
import { kinds, states } from './words';
import './exceptions.css';

const hrefOf = (id: string) => `/exceptions/${id}`;

type WhoProps = { who: ExceptionRow['decided_by']; at: string | null | undefined };

function WhoAndWhen({ who, at }: WhoProps) {
  return (
    <>
      <RefText value={who} />
      {at ? (
        <div className="zd-muted">
          <TimeText value={at} />
        </div>
      ) : null}
    </>
  );
}

function useColumns(): Column<ExceptionRow>[] {
  const { t } = useTranslation('exceptions');
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('what'),
        width: 148,
        heading: true,
        pinned: true,
        render: ({ id, name, kind }) => (
          <>
            <AppLink href={hrefOf(id)}>{name}</AppLink>
            <div className="zd-exception-kind">
              <KindTag kind={kind} />
            </div>
          </>
        ),
      },
      { id: 'state', title: t('state'), width: 84, render: (row) => <ExceptionStateTag state={row.state} /> },
      {
        id: 'clauses',
        title: t('rules'),
        width: 130,
        render: ({ clauses }) => <FirstClause clauses={clauses} />,
      },
      {
        id: 'subject',
        title: t('subject'),
        width: 150,
        render: (row) => <SubjectLink row={row} />,
      },
      {
        id: 'reason',
        title: t('reason'),
        width: 150,
        grow: true,
        render: ({ reason }) => <span title={reason}>{reason.split('\n')[0]}</span>,
      },
      {
        id: 'requested',
        title: t('requested'),
        width: 134,
        render: (row) => <WhoAndWhen who={row.requested_by} at={row.requested_at} />,
      },
      {
        id: 'decided',
        title: t('decided'),
        width: 134,
        render: (row) =>
          isDecided(row) ? (
            <WhoAndWhen who={row.decided_by} at={row.decided_at} />
          ) : (
            <PlainText value={null} />
          ),
      },
      { id: 'expires_on', title: t('until'), width: 108, render: (row) => <Term row={row} /> },
    ],
    [t],
  );
}

function useFilters(state: ListState, rows: readonly ExceptionRow[]): Filters {
  const { t } = useTranslation('exceptions');
  const names = useObligationKinds();
  const subject = useSubjectFilter(state, rows);
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
    ...subject,
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
