import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { useRecordWord } from '@/shared/ui/record/act-words';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { useTypeWord } from './event-types';
import { type Delivery, redeliver, useDeliveries, useWebhooksChanged, type Webhook } from './queries';
import { webhookFilterKinds } from './search';
import { DeliveryStateTag, deliveryStates, useOutcomeWord } from './standing';

const canGoAgain = ({ allowed_actions }: Delivery) =>
  allowed_actions.some(({ action, enabled }) => action === 'redeliver' && enabled);

type Again = { run: (id: string) => void; running: string | undefined };

function useColumns({ run, running }: Again): Column<Delivery>[] {
  const { t } = useTranslation('webhooks');
  const type = useTypeWord();
  const record = useRecordWord();
  const outcome = useOutcomeWord();
  return useMemo(
    () => [
      {
        id: 'type',
        title: t('delivery.event'),
        width: 170,
        heading: true,
        pinned: true,
        render: (row) => <span title={row.type}>{type(row.type)}</span>,
      },
      {
        id: 'state',
        title: t('state'),
        width: 90,
        render: ({ state }) => <DeliveryStateTag state={state} />,
      },
      {
        id: 'resource',
        title: t('delivery.resource'),
        width: 110,
        render: ({ resource }) => (
          <RecordLink type={resource.type} id={resource.id}>
            {record(resource.type)}
          </RecordLink>
        ),
      },
      {
        id: 'outcome',
        title: t('delivery.outcome'),
        width: 140,
        grow: true,
        render: (row) => <PlainText value={outcome(row)} />,
      },
      {
        id: 'attempts',
        title: t('delivery.attempts'),
        width: 68,
        align: 'end',
        render: ({ attempts }) => attempts,
      },
      {
        id: 'last_attempt_at',
        title: t('delivery.lastAttempt'),
        width: 145,
        render: ({ last_attempt_at }) => <TimeText value={last_attempt_at} />,
      },
      {
        id: 'next_attempt_at',
        title: t('delivery.nextAttempt'),
        width: 145,
        render: ({ next_attempt_at }) => <TimeText value={next_attempt_at} />,
      },
      {
        id: 'event_id',
        title: 'webhook-id',
        width: 290,
        hidden: true,
        render: ({ event_id }) => <code className="zd-mono">{event_id}</code>,
      },
      {
        id: 'created_at',
        title: t('delivery.created'),
        width: 150,
        hidden: true,
        render: ({ created_at }) => <TimeText value={created_at} />,
      },
      {
        id: 'act',
        title: t('delivery.act'),
        width: 110,
        render: (row) =>
          canGoAgain(row) ? (
            <Button
              size="small"
              loading={running === row.id}
              aria-label={t('delivery.againOf', { event: type(row.type), time: row.created_at })}
              onClick={() => run(row.id)}
            >
              {t('delivery.again')}
            </Button>
          ) : (
            <PlainText value={null} />
          ),
      },
    ],
    [t, type, record, outcome, run, running],
  );
}

/** What went to a webhook, newest first, and what became of it. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const { message } = App.useApp();
  const changed = useWebhooksChanged();
  const state = useListState(webhookFilterKinds);
  const deliveries = useDeliveries(webhook.id, state.query);
  const again = useMutation({
    mutationFn: (id: string) => redeliver(webhook.id, id),
    onSuccess: () => message.success(t('delivery.sent')),
    onSettled: changed,
  });
  const columns = useColumns({ run: again.mutate, running: again.isPending ? again.variables : undefined });
  const options = deliveryStates.map((value) => ({ value, label: t(`delivery.states.${value}`) }));
  return (
    <div className="zd-stack">
      <div>
        <h2>{t('delivery.title')}</h2>
        <p className="zd-muted">{t('delivery.hint')}</p>
      </div>
      {again.isError ? <ProblemAlert error={again.error} compact /> : null}
      <DataTable
        list="webhook-deliveries"
        label={t('delivery.title')}
        columns={columns}
        query={deliveries}
        state={state}
        firstUse={{ title: t('delivery.none'), hint: t('delivery.noneHint') }}
        controls={() => (
          <FilterBar filters={{ state: { kind: 'choice', label: t('state'), options } }} state={state} />
        )}
      />
    </div>
  );
}
