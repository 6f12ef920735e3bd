import { FilterOutlined, InboxOutlined, LockOutlined, WifiOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { EmptyState } from '../feedback/empty-state';
import { ProblemAlert } from '../feedback/problem-alert';
import { RefusalText } from '../feedback/refusal-text';
import type { ListState } from './list-state';

export type FirstUse = { title: string; hint: string; action?: ReactNode };
export type ListCondition = 'LOADING' | 'ROWS' | 'FIRST_USE' | 'NO_MATCH' | 'ERROR' | 'FORBIDDEN' | 'OFFLINE';

type Query = UseQueryResult<{ items: unknown[] }>;

/** Which of the designed states a list is in. Rows already shown stay, whatever a later fetch of them meets. */
export function listCondition(query: Query, isFiltered: boolean, hasPrevious: boolean): ListCondition {
  // The rows of another page are no answer for this one: they stand in while it is fetched, and no longer.
  const isStandIn = query.isPlaceholderData && query.fetchStatus === 'paused';
  if (query.data && !isStandIn) {
    if (query.data.items.length > 0) return 'ROWS';
    return isFiltered || hasPrevious ? 'NO_MATCH' : 'FIRST_USE';
  }
  if (query.isError) {
    const problem = asProblem(query.error);
    if (problem.isOffline) return 'OFFLINE';
    return problem.isForbidden ? 'FORBIDDEN' : 'ERROR';
  }
  return query.fetchStatus === 'paused' ? 'OFFLINE' : 'LOADING';
}

function Skeleton() {
  const { t } = useTranslation();
  return (
    <div className="zd-skeleton" role="status">
      <span className="zd-visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: 12 }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span key={line} className="zd-skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** The service does not take what the address asks: the same address is refused for ever. */
function isAddressRefused(query: Query, { search }: ListState): boolean {
  const { status } = asProblem(query.error);
  return (status === 400 || status === 422) && Object.keys(search).length > 0;
}

function Failed({ query, state }: { query: Query; state: ListState }) {
  const { t } = useTranslation();
  // All of the address goes, not its filters alone: what is refused may be the order or the page as well.
  const clear = (
    <Button size="small" onClick={() => state.showView(undefined, {})}>
      {t('list.clearFilters')}
    </Button>
  );
  const wayOut = isAddressRefused(query, state) ? { action: clear } : { onRetry: () => query.refetch() };
  return (
    <div className="zd-list-error">
      <ProblemAlert error={query.error} {...wayOut} />
    </div>
  );
}

type Props = { condition: ListCondition; query: Query; firstUse: FirstUse; state: ListState };

export function ListStateView({ condition, query, firstUse, state }: Props) {
  const { t } = useTranslation();
  const retry = <Button onClick={() => query.refetch()}>{t('action.retry')}</Button>;
  if (condition === 'LOADING') return <Skeleton />;
  if (condition === 'FIRST_USE') return <EmptyState icon={<InboxOutlined aria-hidden />} {...firstUse} />;
  if (condition === 'NO_MATCH') {
    return (
      <EmptyState
        icon={<FilterOutlined aria-hidden />}
        title={t('list.noMatch')}
        hint={t('list.noMatchHint')}
        action={<Button onClick={state.clearFilters}>{t('list.clearFilters')}</Button>}
      />
    );
  }
  if (condition === 'FORBIDDEN') {
    return (
      <EmptyState
        icon={<LockOutlined aria-hidden />}
        title={t('list.forbidden')}
        reason={
          <RefusalText error={query.error}>
            <p>{t('list.forbiddenHint')}</p>
          </RefusalText>
        }
      />
    );
  }
  if (condition === 'OFFLINE') {
    return (
      <EmptyState
        icon={<WifiOutlined aria-hidden />}
        title={t('list.offline')}
        hint={t('list.offlineHint')}
        action={retry}
      />
    );
  }
  return <Failed query={query} state={state} />;
}
