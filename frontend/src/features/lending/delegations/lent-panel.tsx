import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/public';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { TimeText } from '@/shared/ui/values/values';
import { GrantedList } from '../granted-list';
import '../lending.css';
import { useDelegations } from './queries';

/** What others have lent to this person and until when; nothing at all where nobody has. */
export function LentPanel() {
  const { t } = useTranslation('lending');
  const me = useMe().data?.id;
  const lent = useDelegations({ to_person_id: [me], active: true, limit: 20 }, me !== undefined);
  const items = lent.data?.items ?? [];
  if (lent.isError && !lent.data) {
    return (
      <section className="zd-panel zd-lent" aria-labelledby="lent-to-me">
        <h2 id="lent-to-me">{t('lent.title')}</h2>
        <ProblemAlert error={lent.error} onRetry={() => lent.refetch()} compact />
      </section>
    );
  }
  if (items.length === 0) return null;
  return (
    <section className="zd-panel zd-lent" aria-labelledby="lent-to-me">
      <h2 id="lent-to-me">{t('lent.title')}</h2>
      <ul>
        {items.map(({ id, from, permissions, valid_until }) => (
          <li key={id}>
            <p className="zd-spread">
              <AppLink href={`/delegations/${id}`}>{t('lent.by', { name: from.name })}</AppLink>
              <span className="zd-muted">
                {t('lent.until')} <TimeText value={valid_until} />
              </span>
            </p>
            <GrantedList permissions={permissions} />
          </li>
        ))}
      </ul>
    </section>
  );
}
