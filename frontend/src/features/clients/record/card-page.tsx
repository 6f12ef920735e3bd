import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { QRCode } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSystemInfo } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PrintPage } from '@/shared/ui/record/print-page';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import '../clients.css';
import { useFieldWord } from '@/shared/ui/record/field-words';
import { useChoices } from '../choices';
import { contentSections } from '../contents';
import { type Client, useClient } from '../queries';
import { ContentValue } from './content-value';
import { contacts, qualifications } from './hanging-queries';
import { LevelMark } from './level-mark';

function Pairs({ title, rows }: { title: string; rows: readonly [string, ReactNode][] }) {
  return (
    <section className="zd-archive-section">
      <h2>{title}</h2>
      <table>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Standing({ client }: { client: Client }) {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  return (
    <Pairs
      title={t('card.standing')}
      rows={[
        [t('act.state'), word('state', client.state)],
        [t('act.tier'), word('tier', client.tier)],
        [t('act.level'), word('level', client.level)],
        [t('act.level_until'), <DateText key="until" value={client.level_until} />],
        [t('side.owner'), <RefText key="owner" value={client.owner} />],
        [t('side.department'), <RefText key="department" value={client.department} />],
        [t('completeness.title'), `${client.completeness.percent}%`],
        [t('decision.last'), <TimeText key="last" value={client.last_verified_at} />],
        [t('decision.due'), <DateText key="due" value={client.verification_due_on} />],
      ]}
    />
  );
}

function Contacts({ id }: { id: string }) {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  const found = useQuery({
    queryKey: ['client', 'contacts', id, false],
    queryFn: () => contacts.list(id, false),
  });
  return (
    <QueryGate query={found}>
      {({ items }) => (
        <Pairs
          title={t('contact.title')}
          rows={items.map((one) => [
            [one.name, one.position].filter(Boolean).join(' · '),
            [
              one.mobile ?? one.telephone,
              one.is_key_person ? t('contact.keyPerson') : null,
              one.influence ? word('influence', one.influence) : null,
            ]
              .filter(Boolean)
              .join(' · '),
          ])}
        />
      )}
    </QueryGate>
  );
}

function Qualifications({ id }: { id: string }) {
  const { t } = useTranslation('client-record');
  const found = useQuery({
    queryKey: ['client', 'qualifications', id, false],
    queryFn: () => qualifications.list(id, false),
  });
  return (
    <QueryGate query={found}>
      {({ items }) => (
        <Pairs
          title={t('qualification.title')}
          rows={items.map((one) => [
            one.name,
            <span key={one.id}>
              <PlainText value={one.number} /> · <DateText value={one.valid_until} />
            </span>,
          ])}
        />
      )}
    </QueryGate>
  );
}

function Sheet({ client }: { client: Client }) {
  const { t } = useTranslation(['client-record', 'clients']);
  const label = useFieldWord('client');
  const isPerson = client.kind === 'INDIVIDUAL';
  const address = `${location.origin}/clients/${client.id}`;
  return (
    <>
      <div className="zd-archive-head">
        <Standing client={client} />
        <figure className="zd-qr-figure">
          {/* For cameras; whoever reads the page has the link above it. */}
          <div aria-hidden="true">
            <QRCode type="svg" value={address} size={104} bordered={false} color="#000" bgColor="#fff" />
          </div>
          <figcaption>{t('client-record:card.scan')}</figcaption>
        </figure>
      </div>
      {contentSections.map(({ id, fields }) => {
        const shown = fields.filter(({ institution }) => !(isPerson && institution));
        return shown.length > 0 ? (
          <Pairs
            key={id}
            title={t(`clients:section.${id}`)}
            rows={shown.map((field) => [
              label(field.name),
              <ContentValue key={field.name} field={field} client={client} />,
            ])}
          />
        ) : null;
      })}
      <Contacts id={client.id} />
      <Qualifications id={client.id} />
      <p className="zd-archive-foot">
        {t('client-record:card.notice', {
          level: t(`clients:level.${client.level}`),
          until: client.level_until,
        })}
      </p>
    </>
  );
}

/** The archive card on paper (A4), with the way back to the record. */
export function ClientCardPage() {
  const { t } = useTranslation('client-record');
  const { id } = useParams({ from: '/_app/clients/$id/card' });
  const client = useClient(id);
  const system = useSystemInfo();
  return (
    <>
      <div className="zd-print-tools zd-card-back">
        <AppLink href={`/clients/${id}`}>{t('card.back')}</AppLink>
      </div>
      <QueryGate query={client}>
        {(found) => (
          <PrintPage
            title={t('card.title', { name: found.name })}
            number={found.number}
            company={system.data?.company ?? ''}
          >
            <LevelMark levels={[found.level]} />
            <Sheet client={found} />
          </PrintPage>
        )}
      </QueryGate>
    </>
  );
}
