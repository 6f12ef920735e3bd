import { useTranslation } from 'react-i18next';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { MoneyText, PlainText, TimeText } from '@/shared/ui/values/values';
import type { Consequence, Incident, Party, Stated } from './queries';
import './incidents.css';

function Statement({ stated }: { stated: Stated }) {
  return (
    <>
      <p className="zd-long-text">{stated.text}</p>
      <span className="zd-muted">
        <TimeText value={stated.at} />
      </span>
    </>
  );
}

function Followed({ consequence }: { consequence: Consequence }) {
  const { t } = useTranslation('incidents');
  const { measure, fine, note } = consequence;
  return (
    <>
      <Tag tone={measure === 'NONE' ? 'neutral' : 'danger'}>{t(`measures.${measure}`)}</Tag>{' '}
      {fine ? <MoneyText value={fine} /> : null}
      {note ? <p className="zd-long-text">{note}</p> : null}
    </>
  );
}

/** What the service shows of one side: what they stated, and what followed. */
function side(stated: Fact | null, followed: Fact | null): Fact[] {
  return [stated, followed].filter((fact) => fact !== null);
}

function OneParty({ party }: { party: Party }) {
  const { t } = useTranslation('incidents');
  const { person, superior, deed, statement, superior_statement, consequence, leadership } = party;
  const said = (label: string, stated?: Stated | null): Fact | null =>
    stated ? { label, value: <Statement stated={stated} />, wide: true } : null;
  const followed = (label: string, of?: Consequence | null): Fact | null =>
    of ? { label, value: <Followed consequence={of} />, wide: true } : null;
  return (
    <li>
      <h3>
        <span className="zd-muted">{t('party')}</span> {person.name}
      </h3>
      <Facts
        items={[
          { label: t('deed'), value: <PlainText value={deed} />, wide: true },
          ...side(said(t('statement'), statement), followed(t('measure'), consequence)),
        ]}
      />
      <h3>
        <span className="zd-muted">{t('superior')}</span> {superior.name}
      </h3>
      <Facts items={side(said(t('statement'), superior_statement), followed(t('leadership'), leadership))} />
    </li>
  );
}

/** The parties and their direct superiors, both by name (A-BOR-05). */
export function Parties({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents');
  return (
    <section className="zd-panel zd-block" aria-labelledby="parties">
      <h2 id="parties">{t('partiesAndSuperiors')}</h2>
      <ul className="zd-incident-parties">
        {incident.parties.map((party) => (
          <OneParty key={party.person.id} party={party} />
        ))}
      </ul>
      <ClauseList clauses={[{ id: 'A-BOR-05' }]} />
    </section>
  );
}
