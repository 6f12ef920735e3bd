import { PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useMe } from '@/features/session/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar } from '@/shared/ui/data-table/filter-bar';
import { type ListState, useListState } from '@/shared/ui/data-table/list-state';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { TimeText } from '@/shared/ui/values/values';
import { type Delegation, useDelegations } from './queries';
import { delegationFilterKinds, filtersOfSide, type Side, sideOf } from './search';
import { standingOf, standingTones } from './standing';

const hrefOf = (id: string) => `/delegations/${id}`;
const sides: readonly Side[] = ['ALL', 'GIVEN', 'RECEIVED'];

function useColumns(): Column<Delegation>[] {
  const { t } = useTranslation('lending');
  const words = usePermissionWord();
  return useMemo(
    () => [
      {
        id: 'parties',
        title: t('delegation.parties'),
        width: 200,
        heading: true,
        pinned: true,
        render: ({ id, from, to }) => (
          <AppLink href={hrefOf(id)}>{t('delegation.fromTo', { from: from.name, to: to.name })}</AppLink>
        ),
      },
      {
        id: 'state',
        title: t('delegation.state'),
        width: 100,
        render: (row) => {
          const standing = standingOf(row, new Date());
          return <Tag tone={standingTones[standing]}>{t(`delegation.is.${standing}`)}</Tag>;
        },
      },
      {
        id: 'permissions',
        title: t('permission.title'),
        width: 260,
        render: ({ permissions }) =>
          t('permission.summary', { count: permissions.length, first: words(permissions[0] ?? '') }),
      },
      {
        id: 'valid_from',
        title: t('delegation.from'),
        width: 150,
        render: ({ valid_from }) => <TimeText value={valid_from} />,
      },
      {
        id: 'valid_until',
        title: t('delegation.until'),
        width: 150,
        render: ({ valid_until }) => <TimeText value={valid_until} />,
      },
      { id: 'reason', title: t('reason'), width: 260, render: ({ reason }) => reason },
    ],
    [t, words],
  );
}

function SideChoice({ state }: { state: ListState }) {
  const { t } = useTranslation('lending');
  const me = useMe().data?.id;
  return (
    <Radio.Group
      aria-label={t('delegation.side')}
      optionType="button"
      value={sideOf(state.search, me)}
      onChange={({ target }) => me && state.setFilters(filtersOfSide(target.value as Side, me))}
      options={sides.map((value) => ({ value, label: t(`delegation.sides.${value}`) }))}
    />
  );
}

export function DelegationListPage() {
  const { t } = useTranslation('lending');
  const router = useRouter();
  const can = useCan();
  const state = useListState(delegationFilterKinds);
  const delegations = useDelegations(state.query);
  const columns = useColumns();
  const create = can('delegation.manage') ? (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => router.history.push('/delegations/new')}
    >
      {t('delegation.create')}
    </Button>
  ) : null;
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('delegation.list')}</h1>
        {create}
      </div>
      <p className="zd-muted">{t('delegation.hint')}</p>
      <DataTable
        list="delegations"
        label={t('delegation.list')}
        columns={columns}
        query={delegations}
        state={state}
        openRow={({ id }) => router.history.push(hrefOf(id))}
        firstUse={{ title: t('delegation.none'), hint: t('delegation.noneHint'), action: create }}
        controls={() => (
          <>
            <SideChoice state={state} />
            <FilterBar
              filters={{
                from_person_id: { kind: 'person', label: t('delegation.lender') },
                to_person_id: { kind: 'person', label: t('delegation.delegate') },
                active: { kind: 'yes-no', label: t('delegation.active') },
              }}
              state={state}
            />
          </>
        )}
      />
    </div>
  );
}
