import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { answer, api } from '@/shared/api/client';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { DateText } from '@/shared/ui/values/values';
import '@/shared/ui/values/plain-table.css';

const most = 5;

/** Breach, loss and leak about this file, for whoever may read of them (A-BOR-05). */
export default function IncidentsPanel({ id }: { id: string }) {
  const { t } = useTranslation(['client-record', 'incidents']);
  const can = useCan();
  const query = { client_id: id, limit: most };
  const incidents = useQuery({
    queryKey: ['client-incident', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/client-incidents', { params: { query } })),
  });
  return (
    <section className="zd-panel zd-block" aria-labelledby="incidents">
      <h2 id="incidents">{t('side.incidents')}</h2>
      <QueryGate query={incidents}>
        {({ items }) =>
          items.length > 0 ? (
            <ul className="zd-stack">
              {items.map((one) => (
                <li key={one.id}>
                  <RecordLink type="client-incident" id={one.id}>
                    <span className="zd-mono">{one.number}</span>
                  </RecordLink>{' '}
                  {t(`incidents:kinds.${one.kind}`)}{' '}
                  <span className="zd-muted">
                    {t(`incidents:states.${one.state}`)} <DateText value={one.occurred_on} />
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="zd-muted">{t('side.noIncidents')}</p>
          )
        }
      </QueryGate>
      {can('client-incident.report') ? (
        <AppLink href={`/client-incidents/new?client_id=${id}`}>{t('side.reportIncident')}</AppLink>
      ) : null}
    </section>
  );
}
