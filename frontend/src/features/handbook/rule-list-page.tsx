import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { type Rule, useRules } from './queries';
import { RuleState } from './rule-state';
import { ruleFilterKinds } from './search';
import { useWords } from './words';

const hrefOf = (id: string) => `/handbook/rules/${id}`;

function useColumns(): Column<Rule>[] {
  const { t } = useTranslation('handbook');
  const words = useWords();
  return useMemo(
    () => [
      {
        id: 'id',
        title: t('rule.id'),
        width: 100,
        pinned: true,
        render: ({ id }) => <AppLink href={hrefOf(id)}>{id}</AppLink>,
      },
      { id: 'title', title: t('rule.title'), width: 170, heading: true, render: ({ title }) => title },
      { id: 'text', title: t('rule.text'), width: 340, grow: true, render: ({ text }) => text },
      {
        id: 'state',
        title: t('rule.state'),
        width: 150,
        render: (rule) => <RuleState rule={rule} />,
      },
      {
        id: 'kinds',
        title: t('rule.kinds'),
        width: 125,
        render: (rule) => rule.kinds.map(words.kind).join('、'),
      },
      { id: 'module', title: t('rule.module'), width: 110, render: ({ module }) => words.module(module) },
      { id: 'source', title: t('rule.source'), width: 160, hidden: true, render: ({ source }) => source },
    ],
    [t, words],
  );
}

export function RuleListPage() {
  const { t } = useTranslation('handbook');
  const router = useRouter();
  const state = useListState(ruleFilterKinds);
  const rules = useRules(state.query);
  const columns = useColumns();
  const words = useWords();
  return (
    <div className="zd-page">
      <h1>{t('rule.list')}</h1>
      <DataTable
        list="rules"
        label={t('rule.list')}
        columns={columns}
        query={rules}
        state={state}
        openRow={({ id }) => router.history.push(hrefOf(id))}
        firstUse={{ title: t('rule.none'), hint: t('rule.noneHint') }}
        controls={() => (
          <FilterBar
            filters={{
              module: { kind: 'choice', label: t('rule.module'), options: words.modules },
              kind: { kind: 'choice', label: t('rule.kinds'), options: words.kinds },
              state: { kind: 'choice', label: t('rule.state'), options: words.states },
              system: { kind: 'text', label: t('rule.system') },
              document: { kind: 'text', label: t('rule.document') },
            }}
            state={state}
            searchLabel={t('rule.search')}
          />
        )}
      />
    </div>
  );
}
