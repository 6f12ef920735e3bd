import { PhoneOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import { RefText, TimeText } from '@/shared/ui/values/values';
import { CallForm } from './call-form';
import { monthOptions } from './months';
import { type Call, useCalls } from './queries';
import { ReportTabs } from './report-tabs';
import { callFilterKinds } from './search';

function useColumns(): Column<Call>[] {
  const { t } = useTranslation('information-reports');
  return useMemo(
    () => [
      {
        id: 'note',
        title: t('call.note'),
        width: 320,
        grow: true,
        heading: true,
        pinned: true,
        render: ({ id, note }) => (
          <AppLink href={`/client-information-reports/call-backs/${id}`}>{note.split('\n')[0]}</AppLink>
        ),
      },
      { id: 'person', title: t('call.person'), width: 100, render: (row) => <RefText value={row.person} /> },
      { id: 'period', title: t('period'), width: 90, render: ({ period }) => period },
      {
        id: 'called_at',
        title: t('call.calledAt'),
        width: 140,
        render: (row) => <TimeText value={row.called_at} />,
      },
      {
        id: 'called_by',
        title: t('call.calledBy'),
        width: 100,
        render: (row) => <RefText value={row.called_by} />,
      },
    ],
    [t],
  );
}

/** Whom customer service called back on a report, or on a missing one (A-CIR-03). */
export function CallListPage() {
  const { t } = useTranslation('information-reports');
  const can = useCan();
  const router = useRouter();
  const state = useListState(callFilterKinds);
  const calls = useCalls(state.query);
  const columns = useColumns();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const filters: Filters = {
    person_id: { kind: 'person', label: t('call.person') },
    period: { kind: 'one-of', label: t('period'), options: monthOptions() },
  };
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('call.title')}</h1>
        {can('client-report.receive') ? (
          <Button type="primary" icon={<PhoneOutlined aria-hidden />} onClick={() => setOpen(true)}>
            {t('call.action')}
          </Button>
        ) : null}
      </div>
      <ReportTabs current="calls" />
      <DataTable
        list="client-information-report-call-backs"
        label={t('call.title')}
        columns={columns}
        query={calls}
        state={state}
        openRow={({ id }) => router.history.push(`/client-information-reports/call-backs/${id}`)}
        firstUse={{ title: t('call.none'), hint: t('call.noneHint') }}
        controls={() => <FilterBar filters={filters} state={state} />}
      />
      <FormDialog open={isOpen} title={t('call.action')} onCancel={close}>
        <CallForm done={close} />
      </FormDialog>
    </div>
  );
}
