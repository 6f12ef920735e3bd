import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import { download } from '@/shared/api/download';
import type { components } from '@/shared/api/schema';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { useListState } from '@/shared/ui/data-table/list-state';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { marketFilterKinds } from './search';

type Extract = components['schemas']['MarketExtract'];

function useExtracts(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client-market-extract', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-market-extracts', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

function TakeForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('market');
  const { message } = App.useApp();
  const cache = useQueryClient();
  return (
    <ReasonForm
      label={t('take')}
      name="purpose"
      fieldLabel={t('purpose')}
      save={async (purpose, key) => {
        const taken = await answer(
          api.POST('/api/v1/client-market-extracts', { headers: idempotencyKey(key), body: { purpose } }),
        );
        message.success(t('taken', { count: taken.files }));
        await cache.invalidateQueries({ queryKey: ['client-market-extract'] });
      }}
      said={null}
      done={onDone}
    />
  );
}

type ContentProps = { extract: Extract; fetch: (extract: Extract) => void; isBusy: boolean };

/** The copy itself; one that held a file which was destroyed went with it (A-BOR-06). */
function Content({ extract, fetch, isBusy }: ContentProps) {
  const { t } = useTranslation('market');
  if (extract.destroyed_by) {
    return (
      <RecordLink type="client-destruction" id={extract.destroyed_by}>
        {t('destroyed')}
      </RecordLink>
    );
  }
  return (
    <Button size="small" loading={isBusy} onClick={() => fetch(extract)}>
      {t('download')}
    </Button>
  );
}

function useColumns(fetch: (extract: Extract) => void, isBusy: boolean): Column<Extract>[] {
  const { t } = useTranslation('market');
  return useMemo(
    () => [
      {
        id: 'taken_at',
        title: t('takenAt'),
        width: 160,
        heading: true,
        pinned: true,
        render: (row) => <TimeText value={row.taken_at} />,
      },
      { id: 'taken_by', title: t('takenBy'), width: 110, render: (row) => <RefText value={row.taken_by} /> },
      { id: 'files', title: t('files'), width: 90, render: ({ files }) => files },
      { id: 'purpose', title: t('purpose'), width: 300, render: (row) => <PlainText value={row.purpose} /> },
      {
        id: 'content',
        title: t('content'),
        width: 150,
        render: (row) => <Content extract={row} fetch={fetch} isBusy={isBusy} />,
      },
      {
        id: 'sha256',
        title: t('fingerprint'),
        width: 300,
        render: ({ sha256 }) => <span className="zd-mono zd-long-text">{sha256}</span>,
      },
    ],
    [t, fetch, isBusy],
  );
}

/** The copy of the basic archive for market analysis, and the register of who took it (A-CLI-03). */
export function MarketPage() {
  const { t } = useTranslation('market');
  const state = useListState(marketFilterKinds);
  const can = useCan();
  const extracts = useExtracts(state.query);
  const [isTaking, setTaking] = useState(false);
  const fetching = useMutation({
    mutationFn: ({ id }: Extract) =>
      download(`/api/v1/client-market-extracts/${id}/content`, `market-${id}.csv`),
  });
  const columns = useColumns(fetching.mutate, fetching.isPending);
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        {can('client-market.extract') ? (
          <Button type="primary" onClick={() => setTaking(true)}>
            {t('take')}
          </Button>
        ) : null}
      </div>
      <p className="zd-muted">{t('hint')}</p>
      {fetching.isError ? <ProblemAlert error={fetching.error} compact /> : null}
      <DataTable
        list="client-market-extracts"
        label={t('title')}
        columns={columns}
        query={extracts}
        state={state}
        firstUse={{ title: t('none'), hint: t('noneHint') }}
      />
      <FormDialog open={isTaking} title={t('take')} onCancel={() => setTaking(false)}>
        <TakeForm onDone={() => setTaking(false)} />
      </FormDialog>
    </div>
  );
}
