import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { Facts } from '@/shared/ui/values/facts';
import { DateText, TimeText } from '@/shared/ui/values/values';
import { useMyAcknowledgements, useUndertaking } from './queries';
import './secrecy.css';
import { StandingTag } from './standing-tag';
import { UndertakingForm } from './undertaking-form';

function History() {
  const { t } = useTranslation('secrecy');
  const mine = useMyAcknowledgements();
  return (
    <section aria-labelledby="secrecy-history">
      <h2 id="secrecy-history">{t('history')}</h2>
      <QueryGate query={mine}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="zd-muted">{t('nothingSigned')}</p>
          ) : (
            <ul className="zd-panel">
              {items.map((one) => (
                <li key={one.id} className="zd-item">
                  <Facts
                    items={[
                      { label: t('signedAt'), value: <TimeText value={one.acknowledged_at} /> },
                      { label: t('validUntil'), value: <DateText value={one.valid_until} /> },
                      {
                        label: t('version'),
                        value:
                          one.text_version === 0
                            ? t('original')
                            : t('versionOf', { version: one.text_version }),
                      },
                      { label: t('confirmation'), value: one.confirmation },
                      {
                        label: t('fingerprint'),
                        value: <span className="zd-mono zd-long-text">{one.text_sha256}</span>,
                        wide: true,
                      },
                    ]}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </QueryGate>
    </section>
  );
}

/** One's own undertaking: how it stands, its text, what was signed; it can be renewed at any time. */
export function MySecrecyPage() {
  const { t } = useTranslation('secrecy');
  const { message } = App.useApp();
  const undertaking = useUndertaking();
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('title')}</h1>
      <QueryGate query={undertaking}>
        {(found) => (
          <div className="zd-stack">
            <section className="zd-panel zd-secrecy-panel" aria-label={t('standing')}>
              <Facts
                items={[
                  { label: t('standing'), value: <StandingTag standing={found.standing} /> },
                  { label: t('signedAt'), value: <TimeText value={found.acknowledged_at} /> },
                  { label: t('validUntil'), value: <DateText value={found.valid_until} /> },
                ]}
              />
            </section>
            <section className="zd-panel zd-secrecy-panel" aria-label={t('text')}>
              <UndertakingForm undertaking={found} onSigned={() => message.success(t('signed'))} />
            </section>
            <History />
          </div>
        )}
      </QueryGate>
    </div>
  );
}
