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
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, TimeText } from '@/shared/ui/values/values';
import { type ApiKey, useApiKeys } from './queries';
import { apiKeyFilterKinds } from './search';
import { keyStandingOf, keyTones } from './standing';

const hrefOf = (id: string) => `/api-keys/${id}`;

function useColumns(): Column<ApiKey>[] {
  const { t } = useTranslation('lending');
  const words = usePermissionWord();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('key.name'),
        width: 200,
        heading: true,
        pinned: true,
        render: ({ id, name }) => <AppLink href={hrefOf(id)}>{name}</AppLink>,
      },
      {
        id: 'state',
        title: t('key.state'),
        width: 90,
        render: (row) => {
          const standing = keyStandingOf(row);
          return <Tag tone={keyTones[standing]}>{t(`key.is.${standing}`)}</Tag>;
        },
      },
      {
        id: 'prefix',
        title: t('key.prefix'),
        width: 130,
        render: ({ prefix }) => <code className="zd-mono">{prefix}…</code>,
      },
      { id: 'owner', title: t('key.owner'), width: 100, render: ({ owner }) => owner.name },
      {
        id: 'permissions',
        title: t('permission.title'),
        width: 240,
        render: ({ permissions }) =>
          t('permission.summary', { count: permissions.length, first: words(permissions[0] ?? '') }),
      },
      {
        id: 'expires_on',
        title: t('key.expires'),
        width: 180,
        render: ({ expires_on, active }) => <DateText value={expires_on} due={active} />,
      },
      {
        id: 'last_used_at',
        title: t('key.lastUsed'),
        width: 150,
        render: ({ last_used_at }) => (last_used_at ? <TimeText value={last_used_at} /> : t('key.neverUsed')),
      },
      {
        id: 'created_at',
        title: t('created'),
        width: 150,
        hidden: true,
        render: ({ created_at }) => <TimeText value={created_at} />,
      },
    ],
    [t, words],
  );
}

export function ApiKeyListPage() {
  const { t } = useTranslation('lending');
  const router = useRouter();
  const can = useCan();
  const state = useListState(apiKeyFilterKinds);
  const keys = useApiKeys(state.query);
  const columns = useColumns();
  const create = can('api-key.manage') ? (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => router.history.push('/api-keys/new')}
    >
      {t('key.create')}
    </Button>
  ) : null;
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('key.list')}</h1>
        {create}
      </div>
      <p className="zd-muted">{t('key.hint')}</p>
      <DataTable
        list="api-keys"
        label={t('key.list')}
        columns={columns}
        query={keys}
        state={state}
        openRow={({ id }) => router.history.push(hrefOf(id))}
        firstUse={{ title: t('key.none'), hint: t('key.noneHint'), action: create }}
        controls={() => (
          <FilterBar filters={{ active: { kind: 'yes-no', label: t('key.active') } }} state={state} />
        )}
      />
    </div>
  );
}
