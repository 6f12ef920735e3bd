import { PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { SavedViews } from '@/shared/ui/saved-views/saved-views';
import { statuses, useWords } from '../parts/words';
import { useRoles } from '../roles/queries';
import { useSites } from '../sites/queries';
import { usePersonColumns } from './columns';
import { countPeople, usePeople } from './queries';
import { personFilterKinds } from './search';

function usePersonFilters(): Filters {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const sites = useSites(true).data?.items;
  const roles = useRoles().data?.items;
  return useMemo(() => {
    const named = (items: readonly { id: string; name: string }[] | undefined) =>
      (items ?? []).map(({ id, name }) => ({ value: id, label: name }));
    return {
      status: {
        kind: 'choice',
        label: t('person.status'),
        options: statuses.map((value) => ({ value, label: words.status(value) })),
      },
      department_id: { kind: 'department', label: t('person.department') },
      site_id: { kind: 'choice', label: t('person.site'), options: named(sites) },
      role_id: { kind: 'choice', label: t('person.roles'), options: named(roles) },
    };
  }, [t, words, sites, roles]);
}

export function PersonListPage() {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const can = useCan();
  const state = useListState(personFilterKinds);
  const people = usePeople(state.query);
  const columns = usePersonColumns();
  const filters = usePersonFilters();
  const create = can('person.manage') ? (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => router.history.push('/people/new')}
    >
      {t('person.create')}
    </Button>
  ) : null;
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('person.list')}</h1>
        {create}
      </div>
      <DataTable
        list="people"
        label={t('person.list')}
        columns={columns}
        query={people}
        state={state}
        openRow={({ id }) => router.history.push(`/people/${id}`)}
        firstUse={{ title: t('person.none'), hint: t('person.noneHint'), action: create }}
        controls={(columnState) => (
          <>
            <SavedViews
              list="people"
              state={state}
              columns={columnState}
              allColumns={columns}
              count={countPeople}
            />
            <FilterBar filters={filters} state={state} searchLabel={t('person.search')} />
          </>
        )}
      />
    </div>
  );
}
