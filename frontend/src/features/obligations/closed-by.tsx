import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import type { Obligation } from './queries';
import './obligations.css';

/** An obligation is closed by the work itself: nobody ticks it off. */
export function ClosedBy({ obligation }: { obligation: Obligation }) {
  const { t, i18n } = useTranslation('obligations');
  // What is done to many at once is the same act: it has no word of its own.
  const acts = obligation.closed_by.filter((act) => i18n.exists(`obligations:closedBy.acts.${act}`));
  return (
    <section className="zd-panel zd-block" aria-labelledby="closed-by">
      <h2 id="closed-by">{t('closedBy.title')}</h2>
      <p>{t('closedBy.hint')}</p>
      {acts.length > 0 ? (
        <ul className="zd-obligation-acts">
          {acts.map((act) => (
            <li key={act}>
              <Tag>{t(`closedBy.acts.${act}` as 'closedBy.acts.verify_client')}</Tag>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
