import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PercentMeter } from '@/shared/ui/values/percent-meter';
import { Tag } from '@/shared/ui/values/tag';
import '../clients.css';
import { useFieldWord } from '@/shared/ui/record/field-words';
import { hangingTabs } from '../contents';
import type { Client } from '../queries';

/** How complete the file is, and each missing field as the way to fill it in (A-CLI-02, A-CLI-05). */
export function CompletenessPanel({ client }: { client: Client }) {
  const { t } = useTranslation('client-record');
  const label = useFieldWord('client');
  const { percent, missing } = client.completeness;
  const mayChange = client.allowed_actions.some(({ action, enabled }) => action === 'update' && enabled);
  const hrefOf = (field: string) => {
    const tab = hangingTabs[field];
    if (!mayChange) return null;
    return tab ? `/clients/${client.id}?tab=${tab}` : `/clients/${client.id}/edit?field=${field}`;
  };
  return (
    <section className="zd-panel zd-block" aria-labelledby="completeness">
      <h2 id="completeness">{t('completeness.title')}</h2>
      <div className="zd-stack">
        <div className="zd-row">
          <PercentMeter percent={percent} />
          <Tag tone={client.compliant ? 'ok' : 'warning'}>
            {client.compliant ? t('completeness.compliant') : t('completeness.notCompliant')}
          </Tag>
        </div>
        {missing.length > 0 ? (
          <>
            <p className="zd-muted">
              {t(mayChange ? 'completeness.missing' : 'completeness.lacking', { count: missing.length })}
            </p>
            <ul className="zd-missing">
              {missing.map((field) => {
                const href = hrefOf(field);
                return (
                  <li key={field}>{href ? <AppLink href={href}>{label(field)}</AppLink> : label(field)}</li>
                );
              })}
            </ul>
          </>
        ) : null}
      </div>
    </section>
  );
}
