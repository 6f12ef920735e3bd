import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { DateText } from '@/shared/ui/values/values';
import { Figure } from './figure';
import { type Parameter, useParameters } from './queries';
import { parameterFilterKinds } from './search';
import { useWords } from './words';

const hrefOf = (key: string) => `/handbook/parameters/${key}`;
type Row = Parameter & { id: string };

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('handbook');
  const words = useWords();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('parameter.name'),
        width: 280,
        heading: true,
        render: ({ key, name }) => <AppLink href={hrefOf(key)}>{name}</AppLink>,
      },
      {
        id: 'current',
        title: t('parameter.current'),
        width: 260,
        render: (row) => <Figure of={row} value={row.current} />,
      },
      {
        id: 'default',
        title: t('parameter.default'),
        width: 200,
        render: (row) => <Figure of={row} value={row.default} />,
      },
      {
        id: 'since',
        title: t('parameter.since'),
        width: 120,
        render: (row) => <DateText value={row.current_since} />,
      },
      {
        id: 'clauses',
        title: t('parameter.clauses'),
        width: 160,
        render: ({ clauses }) => clauses.map(({ id }) => id).join('、'),
      },
      { id: 'module', title: t('rule.module'), width: 120, render: ({ module }) => words.module(module) },
      { id: 'key', title: t('parameter.key'), width: 260, hidden: true, render: ({ key }) => key },
    ],
    [t, words],
  );
}

export function ParameterListPage() {
  const { t } = useTranslation('handbook');
  const router = useRouter();
  const state = useListState(parameterFilterKinds);
  const parameters = useParameters(state.query);
  const words = useWords();
  const columns = useColumns();
  return (
    <div className="zd-page">
      <h1>{t('parameter.list')}</h1>
      <DataTable
        list="parameters"
        label={t('parameter.list')}
        columns={columns}
        query={parameters}
        state={state}
        openRow={({ key }: Row) => router.history.push(hrefOf(key))}
        firstUse={{ title: t('parameter.none'), hint: t('parameter.noneHint') }}
        controls={() => (
          <FilterBar
            filters={{ module: { kind: 'choice', label: t('rule.module'), options: words.modules } }}
            state={state}
            searchLabel={t('parameter.search')}
          />
        )}
      />
    </div>
  );
}
