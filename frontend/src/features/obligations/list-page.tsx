import { CalendarOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { useObligationKinds } from '@/shared/ui/pickers/obligation-kinds';
import { useObligationColumns } from './columns';
import { type ObligationRow, useObligations } from './queries';
import { obligationFilterKinds, type Whose } from './search';
import { states } from './states';
import { WhoseChoice } from './whose-choice';

function useFilters(whose: Whose, subject: string | undefined, rows: readonly ObligationRow[]): Filters {
  const { t } = useTranslation('obligations');
  const { kinds, rules } = useObligationKinds();
  const named = rows.find((row) => row.subject.id === subject)?.subject.name;
  return {
    state: {
      kind: 'choice',
      label: t('state'),
      options: states.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    kind: { kind: 'choice', label: t('what'), options: kinds },
    clause: { kind: 'one-of', label: t('rules'), options: rules },
    due_from: { kind: 'date', label: t('dueFrom') },
    due_to: { kind: 'date', label: t('dueTo') },
    overdue: { kind: 'yes-no', label: t('overdue') },
    late: { kind: 'yes-no', label: t('late') },
    escalated: { kind: 'yes-no', label: t('escalated') },
    ...(whose === 'MINE' ? {} : { person_id: { kind: 'person', label: t('who') } }),
    department_id: { kind: 'department', label: t('department') },
    // A record is found on its own page, not by typing here.
    ...(subject
      ? {
          subject_id: {
            kind: 'one-of',
            label: t('record'),
            options: [{ value: subject, label: named ?? '…' }],
          },
        }
      : {}),
  };
}

/** What is due of whom and by when, from which rule of the handbook. */
export function ObligationListPage() {
  const { t } = useTranslation('obligations');
  const router = useRouter();
  const state = useListState(obligationFilterKinds);
  const whose = state.search.whose as Whose;
  const obligations = useObligations(state.query);
  const asked = state.search.state as readonly string[] | undefined;
  const columns = useObligationColumns(whose === 'MINE', !asked || asked.join() === 'OPEN');
  const subject = state.search.subject_id as string | undefined;
  const filters = useFilters(whose, subject, obligations.data?.items ?? []);
  // Whose they are is always said: a list of one's own that is empty is not filtered to nothing.
  const isFiltered = Object.keys(obligationFilterKinds).some((name) => name in state.search);
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        <AppLink href={`/obligations/calendar?whose=${whose}`}>
          <CalendarOutlined aria-hidden /> {t('calendar.title')}
        </AppLink>
      </div>
      <DataTable
        list="obligations"
        label={t('title')}
        columns={columns}
        query={obligations}
        state={{ ...state, isFiltered }}
        openRow={({ id }) => router.history.push(`/obligations/${id}`)}
        firstUse={{ title: t(`none.${whose}`), hint: t(`noneHint.${whose}`) }}
        controls={() => (
          <>
            <WhoseChoice
              value={whose}
              onChange={(next) =>
                state.setFilters({ whose: next, ...(next === 'MINE' ? { person_id: undefined } : {}) })
              }
            />
            <FilterBar filters={filters} state={state} />
          </>
        )}
      />
    </div>
  );
}
