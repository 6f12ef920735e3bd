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
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { useInventory, usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { pageQuery } from '../parts/page-query';
import { holds } from '../parts/whole-list';
import { DutyTabs } from './duty-tabs';
import { type DutyConflict, useDutyConflicts } from './queries';
import { dutyFilterKinds } from './search';

function useColumns(): Column<DutyConflict>[] {
  const { t } = useTranslation('organisation');
  const word = usePermissionWord();
  return useMemo(
    () => [
      {
        id: 'pair',
        title: t('duty.pair'),
        width: 330,
        pinned: true,
        heading: true,
        render: ({ id, permission_a, permission_b }) => (
          <RecordLink type="duty-conflict" id={id}>
            {t('duty.pairOf', { a: word(permission_a), b: word(permission_b) })}
          </RecordLink>
        ),
      },
      { id: 'reason', title: t('duty.reason'), width: 300, render: ({ reason }) => reason },
      {
        id: 'clauses',
        title: t('duty.clauses'),
        width: 260,
        render: ({ clauses }) =>
          clauses.length > 0 ? <ClauseList clauses={clauses} /> : <PlainText value={null} />,
      },
      {
        id: 'state',
        title: t('duty.state'),
        width: 90,
        render: ({ ended_at }) => (
          <Tag tone={ended_at ? 'neutral' : 'ok'}>{t(ended_at ? 'duty.ended' : 'duty.inForce')}</Tag>
        ),
      },
      {
        id: 'valid_from',
        title: t('duty.since'),
        width: 150,
        render: ({ valid_from }) => <TimeText value={valid_from} />,
      },
    ],
    [t, word],
  );
}

export function useCreateDuty() {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const can = useCan();
  if (!can('duty-conflict.manage')) return null;
  return (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => router.history.push('/duty-conflicts/new')}
    >
      {t('duty.create')}
    </Button>
  );
}

export function DutyListPage() {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const state = useListState(dutyFilterKinds);
  const word = usePermissionWord();
  const inventory = useInventory().data?.items ?? [];
  const { q, include_ended, permission } = state.query;
  const wanted = Array.isArray(permission) ? permission : [];
  const conflicts = pageQuery(
    useDutyConflicts(include_ended === true),
    state.query,
    ({ permission_a: a, permission_b: b, reason, clauses }) =>
      holds(q, [a, b, word(a), word(b), reason, ...clauses.map(({ id }) => id)]) &&
      wanted.every((one) => one === a || one === b),
  );
  const create = useCreateDuty();
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('duty.list')}</h1>
        {create}
      </div>
      <DutyTabs current="list" />
      <DataTable
        list="duty-conflicts"
        label={t('duty.list')}
        columns={useColumns()}
        query={conflicts}
        state={state}
        openRow={({ id }) => router.history.push(`/duty-conflicts/${id}`)}
        firstUse={{ title: t('duty.none'), hint: t('duty.noneHint'), action: create }}
        controls={() => (
          <FilterBar
            filters={{
              include_ended: { kind: 'yes-no', label: t('duty.withEnded') },
              permission: {
                kind: 'choice',
                label: t('duty.permission'),
                options: inventory.map(({ code, description }) => ({ value: code, label: description })),
              },
            }}
            state={state}
            searchLabel={t('duty.search')}
          />
        )}
      />
    </div>
  );
}
