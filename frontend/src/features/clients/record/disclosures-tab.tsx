import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { answer, api } from '@/shared/api/client';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, PlainText, TimeText } from '@/shared/ui/values/values';
import '../clients.css';
import type { Client } from '../queries';

const most = 50;

function useDisclosuresOf(client_id: string) {
  return useQuery({
    queryKey: ['client-disclosure', 'of', client_id],
    queryFn: () =>
      answer(api.GET('/api/v1/client-disclosures', { params: { query: { client_id, limit: most } } })),
  });
}

/** What of a client was provided to whom outside the company (B-SEC-07, B-SEC-08). */
export function DisclosuresTab({ client }: { client: Client }) {
  const { t } = useTranslation(['client-record', 'disclosures', 'common']);
  const can = useCan();
  const found = useDisclosuresOf(client.id);
  const mayAsk = client.status === 'ACTIVE' && can('client-disclosure.request');
  return (
    <section className="zd-panel zd-block" aria-labelledby="disclosures">
      <div className="zd-spread">
        <h2 id="disclosures">{t('disclosures.title')}</h2>
        <span className="zd-row">
          <AppLink href={`/client-disclosures?client_id=${client.id}`}>{t('disclosures.all')}</AppLink>
          {mayAsk ? (
            <AppLink href={`/client-disclosures/new?client_id=${client.id}`}>
              {t('disclosures.request')}
            </AppLink>
          ) : null}
        </span>
      </div>
      <QueryGate query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="zd-muted">{t('disclosures.none')}</p>
          ) : (
            <ul>
              {items.map((row) => (
                <li key={row.id} className="zd-entry">
                  <div className="zd-spread">
                    <h3>
                      <RecordLink type="client-disclosure" id={row.id}>
                        {row.recipient_kind === 'CLIENT' ? t('disclosures:kinds.CLIENT') : row.recipient}
                      </RecordLink>{' '}
                      <Tag>{t(`disclosures:states.${row.state}`)}</Tag>
                    </h3>
                    <span className="zd-muted">
                      {row.requested_by.name} <TimeText value={row.requested_at} />
                    </span>
                  </div>
                  <p>
                    {row.sections
                      .map((one) => t(`disclosures:sectionNames.${one}`))
                      .join(t('common:value.separator'))}
                  </p>
                  {row.provided_on ? (
                    <p className="zd-muted">
                      {t('disclosures:providedOn')} <DateText value={row.provided_on} />
                    </p>
                  ) : null}
                  <PlainText value={row.purpose} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryGate>
    </section>
  );
}
