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
import { useInventory } from '@/shared/ui/feedback/permission-words';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText } from '@/shared/ui/values/values';
import { pageQuery } from '../parts/page-query';
import { holds } from '../parts/whole-list';
import { useWords } from '../parts/words';
import { type Role, useRoles } from './queries';
import { roleFilterKinds } from './search';

function useColumns(): Column<Role>[] {
  const { t } = useTranslation('organisation');
  const words = useWords();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('role.name'),
        width: 180,
        pinned: true,
        heading: true,
        render: ({ id, name }) => (
          <RecordLink type="role" id={id}>
            {name}
          </RecordLink>
        ),
      },
      { id: 'code', title: t('role.code'), width: 230, render: ({ code }) => <code>{code}</code> },
      {
        id: 'permissions',
        title: t('role.permissions'),
        width: 90,
        align: 'end',
        render: ({ permissions }) => permissions.length,
      },
      {
        id: 'clearance',
        title: t('role.clearance'),
        width: 110,
        render: ({ clearance }) => words.clearance(clearance),
      },
      {
        id: 'built_in',
        title: t('role.origin'),
        width: 110,
        render: ({ built_in }) => (
          <Tag tone={built_in ? 'neutral' : 'accent'}>{t(built_in ? 'role.builtIn' : 'role.own')}</Tag>
        ),
      },
      {
        id: 'description',
        title: t('role.description'),
        width: 460,
        render: ({ description }) => <PlainText value={description} />,
      },
    ],
    [t, words],
  );
}

export function RoleListPage() {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const can = useCan();
  const state = useListState(roleFilterKinds);
  const inventory = useInventory().data?.items ?? [];
  const { q, permission } = state.query;
  const wanted = Array.isArray(permission) ? permission : [];
  const roles = pageQuery(
    useRoles(),
    state.query,
    ({ name, code, description, permissions }) =>
      holds(q, [name, code, description]) &&
      wanted.every((one) => permissions.some((held) => held.permission === one)),
  );
  const create = can('role.manage') ? (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => router.history.push('/roles/new')}
    >
      {t('role.create')}
    </Button>
  ) : null;
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('role.list')}</h1>
        {create}
      </div>
      <DataTable
        list="roles"
        label={t('role.list')}
        columns={useColumns()}
        query={roles}
        state={state}
        openRow={({ id }) => router.history.push(`/roles/${id}`)}
        firstUse={{ title: t('role.none'), hint: t('role.noneHint'), action: create }}
        controls={() => (
          <FilterBar
            filters={{
              permission: {
                kind: 'choice',
                label: t('role.withPermission'),
                options: inventory.map(({ code, description }) => ({ value: code, label: description })),
              },
            }}
            state={state}
            searchLabel={t('role.search')}
          />
        )}
      />
    </div>
  );
}
