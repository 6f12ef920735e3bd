import { Button } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { severalOf } from './notice-target';
import { type Notification, useMarkRead, useNotifications, useUnreadCount } from './queries';
import { notificationFilters } from './search';

function useColumns(read: (id: string) => void): Column<Notification>[] {
  const { t } = useTranslation(['shell', 'client-record']);
  return useMemo(() => {
    // What somebody was asked for, by its word on the record.
    const actionOf = ({ action }: Notification['params']) =>
      typeof action === 'string'
        ? t(`client-record:action.${action}` as 'client-record:action.verify', { defaultValue: action })
        : '';
    const wordsOf = ({ kind, params }: Notification, count: number | undefined) =>
      count === undefined
        ? t(`shell:notice.kind.${kind}` as 'shell:notice.kind.client.mentioned', {
            defaultValue: kind,
            replace: { action: actionOf(params) },
          })
        : t(`shell:notice.several.${kind}` as 'shell:notice.several.obligation.opened', {
            defaultValue: kind,
            count,
          });
    return [
      {
        id: 'title',
        title: t('shell:notice.title'),
        width: 320,
        heading: true,
        render: (row) => {
          const several = severalOf(row);
          const words = wordsOf(row, several?.count);
          // Who follows it has read it.
          const follow = () => (row.read_at ? undefined : read(row.id));
          return several ? (
            <AppLink href={several.href} onFollow={follow}>
              {words}
            </AppLink>
          ) : (
            <RecordLink type={row.resource.type} id={row.resource.id} onFollow={follow}>
              {words}
            </RecordLink>
          );
        },
      },
      {
        id: 'resource',
        title: t('shell:notice.body'),
        width: 380,
        render: (row) => {
          const { label } = row.resource;
          const several = severalOf(row);
          if (!several || !label) return <PlainText value={label} />;
          return t('shell:notice.first', { label, count: several.count, due_on: several.dueOn });
        },
      },
      {
        id: 'created_at',
        title: t('shell:notice.time'),
        width: 150,
        render: (row) => <TimeText value={row.created_at} />,
      },
      {
        id: 'read_at',
        title: t('shell:notice.state'),
        width: 90,
        render: ({ read_at }) =>
          read_at ? t('shell:notice.read') : <Tag tone="accent">{t('shell:notice.unread')}</Tag>,
      },
    ];
  }, [t, read]);
}

export function NotificationsPage() {
  const { t } = useTranslation('shell');
  const state = useListState(notificationFilters);
  const notifications = useNotifications(state.query);
  const markRead = useMarkRead();
  const unread = useUnreadCount();
  const { mutate } = markRead;
  const read = useCallback((id: string) => mutate({ ids: [id] }), [mutate]);
  const columns = useColumns(read);
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('nav.notifications')}</h1>
        <AppLink href="/me/notifications">{t('nav.notificationSettings')}</AppLink>
      </div>
      {markRead.isError ? <ProblemAlert error={markRead.error} compact /> : null}
      <DataTable
        list="notifications"
        label={t('nav.notifications')}
        columns={columns}
        query={notifications}
        state={state}
        firstUse={{ title: t('notice.none'), hint: t('notice.noneHint') }}
        controls={() => (
          <FilterBar filters={{ unread: { kind: 'yes-no', label: t('notice.unread') } }} state={state} />
        )}
        actions={
          <Button
            loading={markRead.isPending}
            disabled={unread === 0}
            onClick={() => markRead.mutate({ all: true })}
          >
            {t('notice.readAll')}
          </Button>
        }
        bulkActions={[
          {
            id: 'mark-read',
            label: t('notice.markRead'),
            run: (selection) =>
              markRead.mutate(selection.kind === 'IDS' ? { ids: selection.ids } : { all: true }),
          },
        ]}
      />
    </div>
  );
}
