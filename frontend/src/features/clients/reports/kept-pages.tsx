import { useMutation } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Facts } from '@/shared/ui/values/facts';
import { PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import '../clients.css';
import { download } from '@/shared/api/download';
import { FigureTables } from './figure-tables';
import { keptFilterKinds } from './kept-search';
import { type Report, type ReportRow, useReport, useReports } from './report-queries';

function useColumns(): Column<ReportRow>[] {
  const { t } = useTranslation('client-reports');
  return useMemo(
    () => [
      {
        id: 'period',
        title: t('period'),
        width: 120,
        heading: true,
        pinned: true,
        render: ({ id, period }) => <AppLink href={`/client-reports/${id}`}>{period}</AppLink>,
      },
      {
        id: 'kind',
        title: t('length'),
        width: 90,
        render: ({ period_kind }) => t(`kind.${period_kind}`),
      },
      { id: 'made_at', title: t('madeAt'), width: 160, render: (row) => <TimeText value={row.made_at} /> },
      { id: 'made_by', title: t('madeBy'), width: 120, render: (row) => <RefText value={row.made_by} /> },
      { id: 'note', title: t('note'), width: 320, render: ({ note }) => <PlainText value={note} /> },
    ],
    [t],
  );
}

/** Reports as they were kept: never overwritten (A-CLI-13). */
export function KeptReportsPage() {
  const { t } = useTranslation('client-reports');
  const router = useRouter();
  const state = useListState(keptFilterKinds);
  const reports = useReports(state.query);
  const columns = useColumns();
  const filters: Filters = {
    period_kind: {
      kind: 'choice',
      label: t('length'),
      options: (['MONTH', 'QUARTER', 'YEAR'] as const).map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    period: { kind: 'text', label: t('period') },
    made_by: { kind: 'person', label: t('madeBy') },
  };
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('keptReports')}</h1>
        <AppLink href="/client-reports">{t('live')}</AppLink>
      </div>
      <DataTable
        list="client-reports"
        label={t('keptReports')}
        columns={columns}
        query={reports}
        state={state}
        openRow={({ id }) => router.history.push(`/client-reports/${id}`)}
        firstUse={{ title: t('noneKept'), hint: t('noneKeptHint') }}
        controls={() => <FilterBar filters={filters} state={state} />}
      />
    </div>
  );
}

function Kept({ report }: { report: Report }) {
  const { t } = useTranslation('client-reports');
  const fetching = useMutation({
    mutationFn: (format: string) =>
      download(`/api/v1/client-reports/${report.id}/content?format=${format}`, `${report.period}.${format}`),
  });
  return (
    <>
      <section className="zd-panel zd-block" aria-label={t('keeping')}>
        <div className="zd-stack">
          <Facts
            items={[
              { label: t('madeAt'), value: <TimeText value={report.made_at} /> },
              { label: t('madeBy'), value: <RefText value={report.made_by} /> },
              { label: t('note'), value: <PlainText value={report.note} />, wide: true },
              {
                label: t('fingerprint'),
                value: <span className="zd-mono zd-long-text">{report.sha256}</span>,
                wide: true,
              },
            ]}
          />
          <p className="zd-muted">{t('keptFigures')}</p>
          <div className="zd-row">
            {['xlsx', 'csv'].map((format) => (
              <Button key={format} loading={fetching.isPending} onClick={() => fetching.mutate(format)}>
                {t('download', { format: format.toUpperCase() })}
              </Button>
            ))}
          </div>
          {fetching.isError ? <ProblemAlert error={fetching.error} /> : null}
        </div>
      </section>
      <FigureTables report={report.classification} />
    </>
  );
}

export function KeptReportPage() {
  const { t } = useTranslation('client-reports');
  const { id } = useParams({ from: '/_app/client-reports/$id' });
  const report = useReport(id);
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{report.data ? t('keptOf', { period: report.data.period }) : t('keptReports')}</h1>
        <AppLink href="/client-reports/kept">{t('keptReports')}</AppLink>
      </div>
      <QueryGate query={report}>{(found) => <Kept report={found} />}</QueryGate>
    </div>
  );
}
