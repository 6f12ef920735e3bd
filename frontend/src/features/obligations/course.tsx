import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { DateText, TimeText } from '@/shared/ui/values/values';
import { ExceptionStateTag } from './exception-state';
import type { Obligation } from './queries';
import './obligations.css';

/** The superiors who were told, one after another. */
export function Escalations({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const told = obligation.escalations_to;
  return (
    <section className="zd-panel zd-block" aria-labelledby="escalations">
      <h2 id="escalations">{t('course.title')}</h2>
      {told.length === 0 ? (
        <p className="zd-muted">{t(obligation.state === 'OPEN' ? 'course.notYet' : 'course.none')}</p>
      ) : null}
      <ol className="zd-obligation-course">
        {told.map(({ step, person, escalated_at }) => (
          <li key={step}>
            <span>
              <strong>{person.name}</strong>{' '}
              <span className="zd-muted">{t('course.step', { count: step })}</span>
            </span>
            <TimeText value={escalated_at} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Who asked to be let off, until when, and what was said to it. */
export function Exceptions({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const { exceptions } = obligation;
  return (
    <section className="zd-panel zd-block" aria-labelledby="exceptions">
      <h2 id="exceptions">{t('exceptions.title')}</h2>
      {exceptions.length === 0 ? <p className="zd-muted">{t('exceptions.none')}</p> : null}
      <ul className="zd-obligation-course">
        {exceptions.map((one) => (
          <li key={one.id}>
            <span>
              <AppLink href={`/exceptions/${one.id}`}>{one.reason}</AppLink>{' '}
              <span className="zd-muted">
                {one.requested_by.name} <TimeText value={one.requested_at} />
              </span>
            </span>
            <span className="zd-row">
              {one.expires_on ? (
                <span>
                  {t('exceptions.until')} <DateText value={one.expires_on} />
                </span>
              ) : null}
              <ExceptionStateTag state={one.state} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
