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
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText } from '@/shared/ui/values/values';
import { pageQuery } from '../parts/page-query';
import { holds } from '../parts/whole-list';
import { type Site, useSites } from './queries';
import { siteFilterKinds } from './search';

function useColumns(): Column<Site>[] {
  const { t } = useTranslation('organisation');
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('site.name'),
        width: 200,
        pinned: true,
        heading: true,
        render: ({ id, name }) => (
          <RecordLink type="site" id={id}>
            {name}
          </RecordLink>
        ),
      },
      { id: 'code', title: t('site.code'), width: 110, render: ({ code }) => <code>{code}</code> },
      {
        id: 'address',
        title: t('site.address'),
        width: 360,
        render: ({ address }) => <PlainText value={address} />,
      },
      {
        id: 'telephone',
        title: t('site.telephone'),
        width: 150,
        render: ({ telephone }) => <PlainText value={telephone} />,
      },
      {
        id: 'state',
        title: t('site.state'),
        width: 100,
        render: ({ closed }) => (
          <Tag tone={closed ? 'warning' : 'ok'}>{t(closed ? 'site.closed' : 'site.open')}</Tag>
        ),
      },
    ],
    [t],
  );
}

export function SiteListPage() {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const can = useCan();
  const state = useListState(siteFilterKinds);
  const { q, include_closed } = state.query;
  const sites = pageQuery(useSites(include_closed === true), state.query, ({ name, code, address }) =>
    holds(q, [name, code, address]),
  );
  const create = can('site.manage') ? (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => router.history.push('/sites/new')}
    >
      {t('site.create')}
    </Button>
  ) : null;
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('site.list')}</h1>
        {create}
      </div>
      <DataTable
        list="sites"
        label={t('site.list')}
        columns={useColumns()}
        query={sites}
        state={state}
        openRow={({ id }) => router.history.push(`/sites/${id}`)}
        firstUse={{ title: t('site.none'), hint: t('site.noneHint'), action: create }}
        controls={() => (
          <FilterBar
            filters={{ include_closed: { kind: 'yes-no', label: t('site.withClosed') } }}
            state={state}
            searchLabel={t('site.search')}
          />
        )}
      />
    </div>
  );
}
