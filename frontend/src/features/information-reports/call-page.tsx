import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { RefText, TimeText } from '@/shared/ui/values/values';
import { type Call, useCall } from './queries';
import '@/shared/ui/values/plain-table.css';

function Detail({ call }: { call: Call }) {
  const { t } = useTranslation('information-reports');
  const router = useRouter();
  const report: Fact = {
    label: t('one'),
    value: call.report_id ? (
      <RecordLink type="client-information-report" id={call.report_id}>
        {t('call.openReport')}
      </RecordLink>
    ) : (
      <span className="zd-muted">{t('call.noReport')}</span>
    ),
  };
  return (
    <>
      <RecordHeader
        list="client-information-report-call-backs"
        id={call.id}
        listHref="/client-information-reports/call-backs"
        goTo={(id) => router.history.push(`/client-information-reports/call-backs/${id}`)}
        title={t('call.one', { period: call.period })}
      />
      <section className="zd-panel zd-block" aria-label={t('call.note')}>
        <Facts
          items={[
            { label: t('call.person'), value: <RefText value={call.person} /> },
            { label: t('period'), value: call.period },
            { label: t('call.calledAt'), value: <TimeText value={call.called_at} /> },
            { label: t('call.calledBy'), value: <RefText value={call.called_by} /> },
            { label: t('call.recordedAt'), value: <TimeText value={call.recorded_at} /> },
            report,
            { label: t('call.note'), value: call.note, wide: true },
          ]}
        />
        <ClauseList clauses={[{ id: 'A-CIR-03' }]} />
      </section>
    </>
  );
}

export function CallPage() {
  const { id } = useParams({ from: '/_app/client-information-reports/call-backs/$id' });
  const call = useCall(id);
  return (
    <div className="zd-page zd-page-narrow">
      <QueryGate query={call}>{(found) => <Detail key={found.id} call={found} />}</QueryGate>
    </div>
  );
}
