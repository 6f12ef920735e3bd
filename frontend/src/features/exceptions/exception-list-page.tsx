import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SubjectLink, useObligationKinds } from '@/features/obligations/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { type ListState, useListState } from '@/shared/ui/data-table/list-state';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { type ExceptionRow, useExceptions } from './queries';
import { exceptionFilterKinds } from './search';
import { KindTag, StateTag, Term } from './standing';
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

/** The first rule, and how many more it is from: all of them stand on its page. */
function Rules({ clauses }: Pick<ExceptionRow, 'clauses'>) {
  const { t } = useTranslation('exceptions');
  const [first, ...others] = clauses;
  if (!first) return <PlainText value={null} />;
  return (
    <>
      <RecordLink type="rule" id={first.id}>
        {first.id}
      </RecordLink>
      {others.length > 0 ? (
        <div className="zd-muted" title={others.map(({ id }) => id).join(' ')}>
          {t('moreRules', { count: others.length })}
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
      { id: 'state', title: t('state'), width: 84, render: (row) => <StateTag state={row.state} /> },
      { id: 'clauses', title: t('rules'), width: 100, render: (row) => <Rules clauses={row.clauses} /> },
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
        render: (row) => <WhoAndWhen who={row.decided_by} at={row.decided_at} />,
      },
      { id: 'expires_on', title: t('until'), width: 108, render: (row) => <Term row={row} /> },
    ],
    [t],
  );
}

/** What an address may ask for beyond the usual is taken away like any filter, and offered only while it is there. */
function useFilters({ search }: ListState, rows: readonly ExceptionRow[]): Filters {
  const { t } = useTranslation('exceptions');
  const names = useObligationKinds();
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
