import { useNavigate, useSearch } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ClientPicker, useChoices, useClient } from '@/features/clients/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { Facts } from '@/shared/ui/values/facts';
import { TimeText } from '@/shared/ui/values/values';
import { propose, useDestructionsChanged, type Why } from './queries';
import { useReasonSections } from './reason-fields';
import './destructions.css';

const blank = {};

/** Which file it is, before anything is said about it. */
function Choosing() {
  const { t } = useTranslation('destructions');
  const navigate = useNavigate();
  const choose = (client_id: string | null) => {
    if (client_id) navigate({ to: '/client-destructions/new', search: { client_id }, replace: true });
  };
  return (
    <section className="zd-panel zd-block" aria-labelledby="choosing">
      <h2 id="choosing">{t('choose')}</h2>
      <p className="zd-muted">{t('chooseHint')}</p>
      <ClientPicker aria-label={t('choose')} onChange={choose} />
    </section>
  );
}

/** What is proposed is looked at once more: the number alone is easily mistaken. */
function Chosen({ id }: { id: string }) {
  const { t } = useTranslation(['destructions', 'clients']);
  const client = useClient(id);
  const { word } = useChoices();
  return (
    <section className="zd-panel zd-block" aria-labelledby="file">
      <h2 id="file">{t('file')}</h2>
      <QueryGate query={client}>
        {(found) => (
          <Facts
            items={[
              {
                label: t('fileName'),
                value: (
                  <RecordLink type="client" id={found.id}>
                    {found.name}
                  </RecordLink>
                ),
                wide: true,
              },
              { label: t('fileNumber'), value: <span className="zd-mono">{found.number}</span> },
              { label: t('clients:field.status'), value: word('status', found.status) },
              { label: t('clients:field.state'), value: word('state', found.state) },
              { label: t('clients:field.tier'), value: word('tier', found.tier) },
              {
                label: t('lastContact'),
                value: <TimeText value={found.last_contact_at} />,
              },
            ]}
          />
        )}
      </QueryGate>
      <p className="zd-destruction-other">
        <AppLink href="/client-destructions/new">{t('chooseOther')}</AppLink>
      </p>
    </section>
  );
}

function ProposalForm({ clientId }: { clientId: string }) {
  const { t } = useTranslation('destructions');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changed = useDestructionsChanged();
  const sections = useReasonSections(t('proposal'));
  return (
    <RecordForm
      label={t('begin')}
      sections={sections}
      initial={blank}
      target={{
        mode: 'CREATE',
        save: async (why: Why, key) => {
          const made = await propose(clientId, why, key);
          message.success(t('sent'));
          await changed();
          return made;
        },
      }}
      submitLabel={t('send')}
      onSaved={({ id }) => navigate({ to: '/client-destructions/$id', params: { id }, replace: true })}
      onCancel={() => navigate({ to: '/client-destructions' })}
    />
  );
}

/** Nothing is asked about a file that is not there, or not to be seen. */
function Proposing({ clientId }: { clientId: string }) {
  const client = useClient(clientId);
  return (
    <>
      <Chosen id={clientId} />
      {client.data ? <ProposalForm clientId={clientId} /> : null}
    </>
  );
}

/** Finds a file obsolete (A-BOR-06, A-BOR-07). */
export function ProposePage() {
  const { t } = useTranslation('destructions');
  const { client_id } = useSearch({ strict: false });
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('begin')}</h1>
      <div>
        <p className="zd-muted">{t('flow')}</p>
        <ClauseList clauses={[{ id: 'A-BOR-06' }, { id: 'A-BOR-07' }]} />
      </div>
      {client_id ? <Proposing key={client_id} clientId={client_id} /> : <Choosing />}
    </div>
  );
}
