import { useTranslation } from 'react-i18next';
import { TimeText } from '@/shared/ui/values/values';
import '@/shared/ui/record/record.css';
import type { Obligation } from './queries';

type Happening = { id: string; at: string; said: string };

function useHappenings(obligation: Obligation): Happening[] {
  const { t } = useTranslation('obligations');
  const { state, opened_at, settled_at, settled_by, late, escalations_to, reason } = obligation;
  const because = reason ? t(`void.${reason}` as 'void.RECORD_GONE', { defaultValue: reason }) : '';
  const settled =
    state === 'OPEN'
      ? ''
      : state === 'VOID'
        ? t('course.VOID', { because })
        : state === 'FULFILLED' && late
          ? t('course.LATE', { name: settled_by?.name ?? t('course.system') })
          : t(`course.${state}`, { name: settled_by?.name ?? t('course.system') });
  return [
    ...(settled && settled_at ? [{ id: 'settled', at: settled_at, said: settled }] : []),
    ...[...escalations_to]
      .sort((a, b) => b.step - a.step)
      .map(({ step, person, escalated_at }) => ({
        id: `escalated-${step}`,
        at: escalated_at,
        said: t('course.escalated', { step, name: person.name }),
      })),
    { id: 'opened', at: opened_at, said: t('course.opened') },
  ];
}

/** How it went, the latest first: opened, told to one superior after another, settled. */
export function Course({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const happenings = useHappenings(obligation);
  return (
    <section className="zd-panel zd-block" aria-labelledby="course">
      <h2 id="course">{t('course.title')}</h2>
      <ol className="zd-timeline">
        {happenings.map(({ id, at, said }) => (
          <li key={id}>
            <div className="zd-timeline-head">
              <span>{said}</span>
              <span className="zd-muted">
                <TimeText value={at} />
              </span>
            </div>
          </li>
        ))}
      </ol>
      {obligation.next_at ? (
        <p className="zd-muted">
          {t('course.next')} <TimeText value={obligation.next_at} />
        </p>
      ) : null}
    </section>
  );
}
