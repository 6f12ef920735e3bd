import { PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { TimeText } from '@/shared/ui/values/values';
import { useWebhooks, type Webhook } from './queries';
import { webhookFilterKinds } from './search';
import { WebhookStateText, webhookStates } from './standing';
import { TypesText } from './types-text';

const hrefOf = (id: string) => `/webhooks/${id}`;

function useColumns(): Column<Webhook>[] {
  const { t } = useTranslation('webhooks');
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('name'),
        width: 180,
        heading: true,
        pinned: true,
        render: ({ id, name }) => <AppLink href={hrefOf(id)}>{name}</AppLink>,
      },
      {
        id: 'state',
        title: t('state'),
        width: 220,
        render: (row) => <WebhookStateText webhook={row} />,
      },
      {
        id: 'host',
        title: t('host'),
        width: 190,
        grow: true,
        render: ({ host }) => host,
      },
      { id: 'owner', title: t('owner'), width: 90, render: ({ owner }) => owner.name },
      {
        id: 'types',
        title: t('types.title'),
        width: 180,
        render: ({ types }) => <TypesText types={types} isShort />,
      },
      {
        id: 'updated_at',
        title: t('updated'),
        width: 145,
        render: ({ updated_at }) => <TimeText value={updated_at} />,
      },
      {
        id: 'created_at',
        title: t('created'),
        width: 150,
        hidden: true,
        render: ({ created_at }) => <TimeText value={created_at} />,
      },
    ],
    [t],
  );
}

export function WebhookListPage() {
  const { t } = useTranslation('webhooks');
  const router = useRouter();
  const can = useCan();
  const state = useListState(webhookFilterKinds);
  const webhooks = useWebhooks(state.query);
  const columns = useColumns();
  const create = can('webhook.manage') ? (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => router.history.push('/webhooks/new')}
    >
      {t('create')}
    </Button>
  ) : null;
  const options = webhookStates.map((value) => ({ value, label: t(`states.${value}`) }));
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('list')}</h1>
        {create}
      </div>
      <p className="zd-muted">{t('hint')}</p>
      <DataTable
        list="webhooks"
        label={t('list')}
        columns={columns}
        query={webhooks}
        state={state}
        openRow={({ id }) => router.history.push(hrefOf(id))}
        firstUse={{ title: t('none'), hint: t('noneHint'), action: create }}
        controls={() => (
          <FilterBar filters={{ state: { kind: 'choice', label: t('state'), options } }} state={state} />
        )}
      />
    </div>
  );
}
