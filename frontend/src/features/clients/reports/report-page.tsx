import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { App, Button, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { download } from '@/shared/api/download';
import { kindOf, type PeriodKind, periodOf } from '@/shared/format/period';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PeriodSelect } from '@/shared/ui/pickers/period-select';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { AsOfNote, FigureTables } from './figure-tables';
import { keepReport, useClassification, useReportsChanged } from './report-queries';

const kinds: readonly PeriodKind[] = ['MONTH', 'QUARTER', 'YEAR'];

function KeepForm({ period, onDone }: { period: string; onDone: () => void }) {
  const { t } = useTranslation('client-reports');
  const { message } = App.useApp();
  const changed = useReportsChanged();
  const fields = useMemo<Field[]>(
    () => [{ kind: 'long-text', name: 'note', label: t('note'), help: t('keepHint'), max: 500 }],
    [t],
  );
  return (
    <SmallForm
      label={t('keep')}
      fields={fields}
      save={async ({ note }, key) => {
        await keepReport({ period, note: typeof note === 'string' ? note : null }, key);
        message.success(t('kept'));
        await changed();
      }}
      onDone={onDone}
    />
  );
}

function PeriodChooser({ period, onPeriod }: { period: string; onPeriod: (period: string) => void }) {
  const { t } = useTranslation('client-reports');
  return (
    <div className="zd-row">
      <Radio.Group
        aria-label={t('length')}
        optionType="button"
        value={kindOf(period)}
        onChange={({ target }) => onPeriod(periodOf(target.value))}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <PeriodSelect label={t('period')} value={period} onChange={onPeriod} />
    </div>
  );
}

/** The classification of the clients one may see, by month, quarter or year (A-CLI-12). */
export function ReportPage() {
  const { t } = useTranslation('client-reports');
  const navigate = useNavigate();
  const can = useCan();
  const { period = periodOf('QUARTER') } = useSearch({ from: '/_app/client-reports/' });
  const [isKeeping, setKeeping] = useState(false);
  const report = useClassification(period);
  // While another period is read, the figures of the one before stand there: what is kept is what one sees.
  const shown = report.data?.period === period ? report.data : null;
  const close = () => setKeeping(false);
  const fetching = useMutation({
    mutationFn: () =>
      download(`/api/v1/client-classification/content?period=${period}&format=xlsx`, `${period}.xlsx`),
  });
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        <div className="zd-row">
          <AppLink href="/client-reports/kept">{t('keptReports')}</AppLink>
          <Button loading={fetching.isPending} onClick={() => fetching.mutate()}>
            {t('download', { format: 'XLSX' })}
          </Button>
          {can('client-report.keep') && shown ? (
            <Button type="primary" onClick={() => setKeeping(true)}>
              {t('keep')}
            </Button>
          ) : null}
        </div>
      </div>
      {fetching.isError ? <ProblemAlert error={fetching.error} compact /> : null}
      <PeriodChooser
        period={period}
        onPeriod={(next) => navigate({ to: '/client-reports', search: { period: next } })}
      />
      <QueryGate query={report}>{(found) => <FigureTables report={found} />}</QueryGate>
      <FormDialog open={isKeeping} title={t('keepOf', { period })} onCancel={close}>
        {shown ? (
          <div className="zd-stack">
            <AsOfNote report={shown} />
            <KeepForm period={period} onDone={close} />
          </div>
        ) : null}
      </FormDialog>
    </div>
  );
}
