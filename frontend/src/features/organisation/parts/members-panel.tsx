import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { usePeople } from '../people/queries';
import '../organisation.css';

type Props = { filter: 'department_id' | 'site_id'; id: string };

const shown = 30;

/** Who works there, as far as the reader may see them; the whole list is a click away. */
export function MembersPanel({ filter, id }: Props) {
  const { t } = useTranslation('organisation');
  const can = useCan();
  const query = { [filter]: [id], status: ['ACTIVE'], limit: shown, include_total: true };
  const people = usePeople(query, can('person.read'));
  if (!can('person.read')) return null;
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="members">
      <h2 id="members">{t('members.title')}</h2>
      <QueryGate query={people}>
        {({ items, page }) =>
          items.length === 0 ? (
            <p className="zd-muted">{t('members.none')}</p>
          ) : (
            <>
              <ul className="zd-org-names">
                {items.map((person) => (
                  <li key={person.id}>
                    <RecordLink type="person" id={person.id}>
                      {person.name}
                    </RecordLink>
                  </li>
                ))}
              </ul>
              <p>
                <AppLink href={`/people?${filter}=${id}`}>
                  {t('members.all', { count: page.total ?? items.length })}
                </AppLink>
              </p>
            </>
          )
        }
      </QueryGate>
    </section>
  );
}
