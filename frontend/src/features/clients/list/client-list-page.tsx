import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import type { BulkAction } from '@/shared/ui/data-table/bulk-bar';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { useRecordHref } from '@/shared/ui/navigation/use-record-href';
import { SavedViews } from '@/shared/ui/saved-views/saved-views';
import { type ClientRow, countClients, useClients } from '../queries';
import { LevelMark } from '../record/level-mark';
import { clientFilterKinds } from '../search';
import type { Bulk } from './bulk';
import { useClientColumns } from './columns';
import { ExportButton } from './export-button';
import { useClientFilters } from './filters';

// What a few do now and then must not weigh on what everybody opens first.
const BulkDialog = lazy(() => import('./bulk-dialog'));

function useBulk() {
  const { t } = useTranslation('clients');
  const can = useCan();
  const [bulk, setBulk] = useState<Bulk | null>(null);
  const offered = [
    { id: 'HAND_OVER', permission: 'client.hand-over' },
    { id: 'VERIFY', permission: 'client.verify' },
    { id: 'CHANGE_TIER', permission: 'client.maintain' },
    { id: 'CHANGE_STATE', permission: 'client.maintain' },
    { id: 'CLASSIFY', permission: 'client.classify' },
  ] as const;
  const actions: BulkAction[] = offered
    .filter(({ permission }) => can('client.bulk') && can(permission))
    .map(({ id }) => ({
      id,
      label: t(`bulk.action.${id}`),
      run: (selection) => setBulk({ action: id, selection }),
    }));
  return { bulk, actions: actions.length > 0 ? actions : undefined, close: () => setBulk(null) };
}

function useNewClient() {
  const { t } = useTranslation('clients');
  const router = useRouter();
  const can = useCan();
  const go = (href: string) => () => router.history.push(href);
  const mayCreate = can('client.maintain') || can('client.create-group-buy');
  return {
    create: mayCreate ? (
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={go('/clients/new')}>
        {t('list.create')}
      </Button>
    ) : can('client.collect') ? (
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={go('/client-submissions/new')}>
        {t('list.propose')}
      </Button>
    ) : null,
    bring: can('client.import') ? (
      <Button icon={<ImportOutlined aria-hidden />} onClick={go('/clients/import')}>
        {t('list.import')}
      </Button>
    ) : null,
  };
}

export function ClientListPage() {
  const { t } = useTranslation('clients');
  const router = useRouter();
  const state = useListState(clientFilterKinds);
  const clients = useClients(state.query);
  const columns = useClientColumns();
  const filters = useClientFilters();
  const hrefOf = useRecordHref();
  const { bulk, actions, close } = useBulk();
  const { create, bring } = useNewClient();
  const open = (row: ClientRow) => {
    const href = hrefOf('client', row.id);
    if (href) router.history.push(href);
  };
  return (
    <div className="zd-page">
      <LevelMark levels={clients.data?.items.map(({ level }) => level) ?? []} />
      <div className="zd-spread">
        <h1>{t('list.title')}</h1>
        <div className="zd-row">
          {bring}
          <ExportButton filters={state.filters} />
          {create}
        </div>
      </div>
      <DataTable
        list="clients"
        label={t('list.title')}
        columns={columns}
        query={clients}
        state={state}
        openRow={open}
        bulkActions={actions}
        firstUse={{
          title: t('list.firstUse'),
          hint: t('list.firstUseHint'),
          action: (
            <>
              {create}
              {bring}
            </>
          ),
        }}
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
      {bulk ? (
        <Suspense>
          <BulkDialog bulk={bulk} onClose={close} />
        </Suspense>
      ) : null}
    </div>
  );
}
