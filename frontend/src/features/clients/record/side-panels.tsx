import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Facts } from '@/shared/ui/values/facts';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import '../clients.css';
import { useChoices } from '../choices';
import type { Client } from '../queries';

function TierPanel({ client }: { client: Client }) {
  const { t } = useTranslation('client-record');
  const basis = client.tier_basis;
  if (!basis) return null;
  return (
    <section className="zd-panel zd-block" aria-labelledby="tier-basis">
      <h2 id="tier-basis">{t('side.tier')}</h2>
      <Facts
        items={[
          { label: t('act.purchase_scale'), value: basis.purchase_scale, wide: true },
          { label: t('act.cooperation_frequency'), value: basis.cooperation_frequency, wide: true },
          { label: t('act.potential_value'), value: basis.potential_value, wide: true },
          { label: t('act.reason'), value: basis.reason, wide: true },
        ]}
      />
    </section>
  );
}

function InferiorPanel({ client }: { client: Client }) {
  const { t } = useTranslation('client-record');
  const report = client.inferior_report;
  if (!report) return null;
  return (
    <section className="zd-panel zd-block" aria-labelledby="inferior">
      <h2 id="inferior">{t('side.inferior')}</h2>
      <Facts
        items={[
          { label: t('act.reason'), value: report.reason, wide: true },
          { label: t('side.reportedBy'), value: <RefText value={report.reported_by} /> },
          { label: t('side.reportedAt'), value: <TimeText value={report.reported_at} /> },
          { label: t('side.confirmedBy'), value: <RefText value={report.confirmed_by} /> },
          { label: t('side.confirmedAt'), value: <TimeText value={report.confirmed_at} /> },
          { label: t('act.note'), value: <PlainText value={report.note} />, wide: true },
        ]}
      />
    </section>
  );
}

/** What stands beside the file whatever tab is in view. */
export function SidePanels({ client }: { client: Client }) {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  const can = useCan();
  return (
    <>
      <TierPanel client={client} />
      <InferiorPanel client={client} />
      <section className="zd-panel zd-block" aria-labelledby="custody">
        <h2 id="custody">{t('side.custody')}</h2>
        <Facts
          items={[
            { label: t('side.owner'), value: <RefText value={client.owner} /> },
            { label: t('side.department'), value: <RefText value={client.department} /> },
            { label: t('side.site'), value: <RefText value={client.site} /> },
            { label: t('act.level'), value: word('level', client.level) },
            { label: t('act.level_until'), value: <DateText value={client.level_until} /> },
            { label: t('side.proposedLevel'), value: word('level', client.proposed_level) },
            { label: t('side.createdBy'), value: <RefText value={client.created_by} /> },
            { label: t('side.createdAt'), value: <TimeText value={client.created_at} /> },
            { label: t('side.updatedAt'), value: <TimeText value={client.updated_at} /> },
          ]}
        />
        {can('client-reading.read') ? (
          <p>
            <AppLink href={`/client-readings?client_id=${client.id}`}>{t('side.readings')}</AppLink>
          </p>
        ) : null}
      </section>
    </>
  );
}
