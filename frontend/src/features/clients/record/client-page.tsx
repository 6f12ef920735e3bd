import { EditOutlined, FormOutlined, PrinterOutlined } from '@ant-design/icons';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { Loading } from '@/shared/ui/feedback/loading';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { usePresence } from '@/shared/ui/record/presence';
import { PresenceRow } from '@/shared/ui/record/presence-row';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Tag } from '@/shared/ui/values/tag';
import { DateText } from '@/shared/ui/values/values';
import '../clients.css';
import { useChoices } from '../choices';
import { type Client, useClient } from '../queries';
import { ClientActions } from './actions';
import { CompletenessPanel } from './completeness';
import { ContentTab } from './content-tab';
import { LevelTag } from './level-tag';
import { ObsoleteNotice } from './obsolete-notice';
import { RecordTabs } from './record-tabs';
import { MarkedPage } from './shown-level';
import { SidePanels } from './side-panels';
import type { RecordTab } from './tabs';

const ContactsTab = lazy(() => import('./contacts-tab').then((m) => ({ default: m.ContactsTab })));
const QualificationsTab = lazy(() =>
  import('./qualifications-tab').then((m) => ({ default: m.QualificationsTab })),
);
const InteractionsTab = lazy(() =>
  import('./interactions-tab').then((m) => ({ default: m.InteractionsTab })),
);
const PurchasesTab = lazy(() => import('./purchases-tab').then((m) => ({ default: m.PurchasesTab })));
const AttachmentsTab = lazy(() => import('./attachments-tab').then((m) => ({ default: m.AttachmentsTab })));
const DecisionsTab = lazy(() => import('./decisions-tab').then((m) => ({ default: m.DecisionsTab })));
const IncidentsPanel = lazy(() => import('./incidents-panel'));
const DisclosuresTab = lazy(() => import('./disclosures-tab').then((m) => ({ default: m.DisclosuresTab })));
const TimelineTab = lazy(() => import('./timeline-tab').then((m) => ({ default: m.TimelineTab })));

/** Those who file papers: whoever works with the client in any way. */
const filing = [
  'client.collect',
  'client.maintain',
  'client.create-group-buy',
  'client.follow-up',
  'client.maintain-key',
  'client.report-inferior',
  'client.verify',
];

function isEnabled(client: Client, wanted: string): boolean {
  return client.allowed_actions.some(({ action, enabled }) => action === wanted && enabled);
}

function Body({ client, tab }: { client: Client; tab: RecordTab }): ReactNode {
  const can = useCan();
  const isActive = client.status === 'ACTIVE';
  const mayPropose = isActive && can('client.collect');
  const entryMode = isEnabled(client, 'update') ? 'ENTER' : mayPropose ? 'PROPOSE' : 'NONE';
  switch (tab) {
    case 'contacts':
      return <ContactsTab client={client} entryMode={entryMode} />;
    case 'qualifications':
      return <QualificationsTab client={client} entryMode={entryMode} />;
    case 'interactions':
      return <InteractionsTab client={client} mayAdd={isActive && filing.some(can)} />;
    case 'purchases':
      return <PurchasesTab client={client} entryMode={entryMode} />;
    case 'attachments':
      return <AttachmentsTab client={client} mayAdd={isActive && filing.some(can)} />;
    case 'disclosures':
      return <DisclosuresTab client={client} />;
    case 'decisions':
      return <DecisionsTab client={client} />;
    case 'timeline':
      return <TimelineTab client={client} />;
    case 'plans':
      return <ContentTab client={client} sections={['procedure', 'demand', 'analysis']} />;
    default:
      return <ContentTab client={client} sections={['basic', 'traits', 'business', 'trading']} />;
  }
}

function Marks({ client }: { client: Client }) {
  const { word } = useChoices();
  const { t } = useTranslation('clients');
  return (
    <>
      <Tag>{word('state', client.state)}</Tag>
      <Tag tone={client.tier === 'KEY' || client.tier === 'CORE' ? 'accent' : 'neutral'}>
        {t('tierTag', { tier: word('tier', client.tier) })}
      </Tag>
      <LevelTag level={client.level} />
      {client.group_buy ? <Tag>{t('content.own.group_buy')}</Tag> : null}
      {client.inferior === 'NONE' ? null : (
        <Tag tone="danger">{t('inferiorTag', { state: word('inferior', client.inferior) })}</Tag>
      )}
      {client.status === 'ACTIVE' ? null : <Tag tone="warning">{word('status', client.status)}</Tag>}
    </>
  );
}

function HeaderActions({ client }: { client: Client }) {
  const { t } = useTranslation('client-record');
  const can = useCan();
  return (
    <div className="zd-stack">
      <div className="zd-row">
        {isEnabled(client, 'update') ? (
          <AppLink href={`/clients/${client.id}/edit`}>
            <EditOutlined aria-hidden /> {t('header.edit')}
          </AppLink>
        ) : null}
        {client.status === 'ACTIVE' && can('client.collect') ? (
          <AppLink href={`/clients/${client.id}/propose`}>
            <FormOutlined aria-hidden /> {t('header.propose')}
          </AppLink>
        ) : null}
        <AppLink href={`/clients/${client.id}/card`}>
          <PrinterOutlined aria-hidden /> {t('header.card')}
        </AppLink>
      </div>
      <ClientActions client={client} />
    </div>
  );
}

function Record({ client, tab }: { client: Client; tab: RecordTab }) {
  const { t } = useTranslation('client-record');
  const can = useCan();
  const navigate = useNavigate();
  const present = usePresence({ kind: 'client', id: client.id }, 'VIEWING');
  return (
    <MarkedPage level={client.level}>
      <RecordHeader
        list="clients"
        id={client.id}
        listHref="/clients"
        goTo={(id) => navigate({ to: '/clients/$id', params: { id }, search: { tab } })}
        presence={<PresenceRow people={present} />}
        number={client.number}
        title={client.name}
        tags={<Marks client={client} />}
        facts={
          <>
            <span>{t('header.owner', { name: client.owner.name })}</span>
            {client.department ? <span>{client.department.name}</span> : null}
            <span>
              {t('header.due')}{' '}
              <DateText value={client.verification_due_on} due={client.status === 'ACTIVE'} />
            </span>
          </>
        }
        actions={<HeaderActions client={client} />}
      />
      {client.merged_into_id ? (
        <p className="zd-warning">
          <RecordLink type="client" id={client.merged_into_id}>
            {t('header.mergedInto')}
          </RecordLink>
        </p>
      ) : null}
      {client.status === 'OBSOLETE' ? <ObsoleteNotice id={client.id} /> : null}
      <RecordTabs id={client.id} current={tab} />
      <div className="zd-record-body">
        <Suspense fallback={<Loading />}>
          <Body client={client} tab={tab} />
        </Suspense>
        <aside className="zd-side" aria-label={t('header.side')}>
          <CompletenessPanel client={client} />
          <SidePanels client={client} />
          {can('client-incident.read') ? (
            <Suspense fallback={null}>
              <IncidentsPanel id={client.id} />
            </Suspense>
          ) : null}
        </aside>
      </div>
    </MarkedPage>
  );
}

/** One client's file. */
export function ClientPage() {
  const { id } = useParams({ from: '/_app/clients/$id/' });
  const { tab } = useSearch({ from: '/_app/clients/$id/' });
  const client = useClient(id);
  return (
    <div className="zd-page">
      <QueryGate query={client}>
        {(found) => <Record key={found.id} client={found} tab={tab ?? 'archive'} />}
      </QueryGate>
    </div>
  );
}
