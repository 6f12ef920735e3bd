import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { type ListState, useListState } from '@/shared/ui/data-table/list-state';
import { FirstClause } from '@/shared/ui/feedback/first-clause';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PlainText, RefText } from '@/shared/ui/values/values';
import { DueText, StateTags, SubjectLink, WhoText } from './cells';
import { type ObligationRow, useObligationKinds, useObligations } from './queries';
import { obligationFilterKinds, whoseOf } from './search';
import { useSubjectFilter } from './subject-filter';
import { ObligationTabs } from './tabs';
import { WhoseSwitch } from './whose-switch';
import { states } from './words';

function useColumns(): Column<ObligationRow>[] {
  const { t } = useTranslation('obligations');
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('what'),
        width: 180,
        pinned: true,
        heading: true,
        render: ({ id, name, occasion }) => (
          <>
            <AppLink href={`/obligations/${id}`}>{name}</AppLink>{' '}
            {occasion ? <span className="zd-muted">{occasion}</span> : null}
          </>
        ),
      },
      {
        id: 'subject',
        title: t('subject'),
        width: 150,
        grow: true,
        render: (row) => <SubjectLink row={row} />,
      },
      { id: 'due_at', title: t('due'), width: 190, sort: 'due_at', render: (row) => <DueText row={row} /> },
      { id: 'state', title: t('state'), width: 100, render: (row) => <StateTags row={row} /> },
      { id: 'who', title: t('who'), width: 172, render: (row) => <WhoText row={row} /> },
      {
        id: 'escalations',
        title: t('escalations'),
        width: 86,
        render: ({ escalations }) =>
          escalations > 0 ? t('escalatedTo', { count: escalations }) : <PlainText value={null} />,
      },
      {
        id: 'clauses',
        title: t('rules'),
        width: 132,
        render: ({ clauses }) => <FirstClause clauses={clauses} />,
      },
      {
        id: 'department',
        title: t('department'),
        width: 120,
        hidden: true,
        render: ({ department }) => <RefText value={department} />,
      },
    ],
    [t],
  );
}

function useFilters(state: ListState, rows: readonly ObligationRow[]): Filters {
  const { t } = useTranslation('obligations');
  const kinds = useObligationKinds();
  const subject = useSubjectFilter(state, rows);
  return {
    state: {
      kind: 'choice',
      label: t('state'),
      options: states.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    kind: {
      kind: 'choice',
      label: t('kind'),
      options: (kinds.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
    clause: { kind: 'text', label: t('rule') },
    overdue: { kind: 'yes-no', label: t('overdue') },
    due_from: { kind: 'date', label: t('dueFrom') },
    due_to: { kind: 'date', label: t('dueTo') },
    person_id: { kind: 'person', label: t('person') },
    department_id: { kind: 'department', label: t('department') },
    escalated: { kind: 'yes-no', label: t('escalated') },
    late: { kind: 'yes-no', label: t('settledLate') },
    ...subject,
  };
}

/** What the rules of the handbook make due, by when: one's own, one's people's, or all that one may see. */
export function ObligationListPage() {
  const { t } = useTranslation('obligations');
  const router = useRouter();
  const state = useListState(obligationFilterKinds);
  const whose = whoseOf(state.search.whose) ?? 'MINE';
  const obligations = useObligations(state.query);
  const columns = useColumns();
  const filters = useFilters(state, obligations.data?.items ?? []);
  return (
    <div className="zd-page">
      <h1>{t('title')}</h1>
      <ObligationTabs current="list" whose={whose} />
      <DataTable
        list="obligations"
        label={t('title')}
        columns={columns}
        query={obligations}
        state={state}
        openRow={({ id }) => router.history.push(`/obligations/${id}`)}
        firstUse={{ title: t(`none.${whose}`), hint: t('noneHint') }}
        controls={() => (
          <>
            <WhoseSwitch value={whose} onChange={(next) => state.setFilters({ whose: next })} />
            <FilterBar filters={filters} state={state} />
          </>
        )}
      />
    </div>
  );
}
