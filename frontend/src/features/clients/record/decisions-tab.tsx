import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, PlainText, TimeText } from '@/shared/ui/values/values';
import '../clients.css';
import { useChoices } from '../choices';
import type { Client } from '../queries';

function useVerifications(id: string) {
  return useQuery({
    queryKey: ['client', 'verifications', id],
    queryFn: () => answer(api.GET('/api/v1/clients/{id}/verifications', { params: { path: { id } } })),
  });
}

function useHandOvers(id: string) {
  return useQuery({
    queryKey: ['client', 'hand-overs', id],
    queryFn: () => answer(api.GET('/api/v1/clients/{id}/hand-overs', { params: { path: { id } } })),
  });
}

function useTierDecisions(id: string) {
  return useQuery({
    queryKey: ['client', 'tier-decisions', id],
    queryFn: () => answer(api.GET('/api/v1/clients/{id}/tier-decisions', { params: { path: { id } } })),
  });
}

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="zd-panel zd-block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

type Line = { id: string; at: string; who: string; title: ReactNode; body: ReactNode };

function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('client-record');
  if (lines.length === 0) return <p className="zd-muted">{t('decision.none')}</p>;
  return (
    <ul>
      {lines.map(({ id, at, who, title, body }) => (
        <li key={id} className="zd-entry">
          <div className="zd-spread">
            <h3>{title}</h3>
            <span className="zd-muted">
              {who} <TimeText value={at} />
            </span>
          </div>
          {body}
        </li>
      ))}
    </ul>
  );
}

function Verifications({ client }: { client: Client }) {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  const found = useVerifications(client.id);
  return (
    <Block id="verifications" title={t('decision.verifications')}>
      <Facts
        items={[
          { label: t('decision.last'), value: <TimeText value={client.last_verified_at} /> },
          {
            label: t('decision.due'),
            value: <DateText value={client.verification_due_on} due={client.status === 'ACTIVE'} />,
          },
        ]}
      />
      <QueryGate query={found}>
        {({ items }) => (
          <Lines
            lines={items.map((one) => ({
              id: one.id,
              at: one.verified_at,
              who: one.verified_by.name,
              title: (
                <Tag tone={one.result === 'DISCREPANCY' ? 'warning' : 'ok'}>{word('result', one.result)}</Tag>
              ),
              body: (
                <p>
                  {t('decision.dueOn', { day: one.due_on })} <PlainText value={one.note} />
                </p>
              ),
            }))}
          />
        )}
      </QueryGate>
    </Block>
  );
}

function HandOvers({ id }: { id: string }) {
  const { t } = useTranslation('client-record');
  const found = useHandOvers(id);
  return (
    <Block id="hand-overs" title={t('decision.handOvers')}>
      <QueryGate query={found}>
        {({ items }) => (
          <Lines
            lines={items.map((one) => ({
              id: one.id,
              at: one.handed_over_at,
              who: one.handed_over_by.name,
              title: t('decision.fromTo', { from: one.from.name, to: one.to.name }),
              body: <p className="zd-long-text">{one.reason}</p>,
            }))}
          />
        )}
      </QueryGate>
    </Block>
  );
}

function TierDecisions({ id }: { id: string }) {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  const found = useTierDecisions(id);
  return (
    <Block id="tier-decisions" title={t('decision.tiers')}>
      <QueryGate query={found}>
        {({ items }) => (
          <Lines
            lines={items.map((one) => ({
              id: one.id,
              at: one.decided_at,
              who: one.decided_by.name,
              title: t('decision.fromTo', {
                from: word('tier', one.from_tier),
                to: word('tier', one.to_tier),
              }),
              body: (
                <Facts
                  items={[
                    { label: t('act.purchase_scale'), value: one.purchase_scale },
                    { label: t('act.cooperation_frequency'), value: one.cooperation_frequency },
                    { label: t('act.potential_value'), value: one.potential_value },
                    { label: t('act.reason'), value: one.reason, wide: true },
                  ]}
                />
              ),
            }))}
          />
        )}
      </QueryGate>
    </Block>
  );
}

/** What was decided about a file: verifications, hand-overs and tiers with their grounds. */
export function DecisionsTab({ client }: { client: Client }) {
  return (
    <div className="zd-stack">
      <Verifications client={client} />
      <HandOvers id={client.id} />
      <TierDecisions id={client.id} />
    </div>
  );
}
