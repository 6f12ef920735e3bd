import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { GrantsOfPerson } from '../grants/grants-of-person';
import { RefLink } from '../parts/ref-link';
import { useWords } from '../parts/words';
import '../organisation.css';
import { PersonActions } from './person-actions';
import { type Person, usePerson } from './queries';

function FactsPanel({ person }: { person: Person }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="person-facts">
      <h2 id="person-facts">{t('person.facts')}</h2>
      <Facts
        items={[
          { label: t('person.login'), value: <span className="zd-mono">{person.login}</span> },
          { label: t('person.number'), value: <PlainText value={person.employee_number} /> },
          { label: t('person.department'), value: <RefLink type="department" to={person.department} /> },
          { label: t('person.site'), value: <RefLink type="site" to={person.site} /> },
          { label: t('person.superior'), value: <RefLink type="person" to={person.superior} /> },
          { label: t('person.phone'), value: <PlainText value={person.phone} /> },
          { label: t('person.email'), value: <PlainText value={person.email} /> },
          { label: t('person.locale'), value: words.language(person.locale) },
          { label: t('person.created'), value: <TimeText value={person.created_at} /> },
          { label: t('person.updated'), value: <TimeText value={person.updated_at} /> },
        ]}
      />
    </section>
  );
}

/** For those who may read people and not grants: the names alone. */
function RoleNames({ person }: { person: Person }) {
  const { t } = useTranslation('organisation');
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="person-roles">
      <h2 id="person-roles">{t('grant.inForce')}</h2>
      <p>
        <PlainText value={person.roles.map(({ name }) => name).join(t('separator'))} />
      </p>
    </section>
  );
}

function PersonBody({ person }: { person: Person }) {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const words = useWords();
  const can = useCan();
  return (
    <>
      <RecordHeader
        list="people"
        id={person.id}
        listHref="/people"
        goTo={(id) => router.history.push(`/people/${id}`)}
        number={person.employee_number}
        title={person.name}
        tags={
          <>
            <Tag tone={person.status === 'ACTIVE' ? 'ok' : 'warning'}>{words.status(person.status)}</Tag>
            {person.password_change_required ? <Tag tone="warning">{t('person.passwordDue')}</Tag> : null}
          </>
        }
        facts={
          <>
            {person.department ? <span>{person.department.name}</span> : null}
            {person.site ? <span>{person.site.name}</span> : null}
          </>
        }
        actions={<PersonActions person={person} />}
      />
      <FactsPanel person={person} />
      {can('role.read') ? <GrantsOfPerson id={person.id} /> : <RoleNames person={person} />}
    </>
  );
}

/** One person's file: who they are, what they may do, and what may be done to their account. */
export function PersonPage() {
  const { id } = useParams({ from: '/_app/people/$id/' });
  const person = usePerson(id);
  return (
    <div className="zd-page">
      <QueryGate query={person}>{(found) => <PersonBody key={found.id} person={found} />}</QueryGate>
    </div>
  );
}
