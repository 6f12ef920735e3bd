import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import type { Client } from '../queries';
import '../clients.css';

export type ClientAction = components['schemas']['ClientAction'];
type Asking = { client: Pick<Client, 'id' | 'version'>; action: ClientAction };

/** Without a key it is a trial: it says who may, and tells nobody. */
function ask({ client: { id, version }, action }: Asking, key?: string) {
  return answer(
    api.POST('/api/v1/clients/{id}/actions/ask', {
      params: { path: { id }, header: ifMatch(version), query: { dry_run: !key } },
      headers: key ? idempotencyKey(key) : {},
      body: { action },
    }),
  );
}

/** Who may do it, and one click to ask them. */
export function AskForIt({ client, action }: Asking) {
  const { t } = useTranslation('client-record');
  const key = useRef(crypto.randomUUID());
  const who = useQuery({
    queryKey: ['client', 'who-may', client.id, client.version, action],
    queryFn: () => ask({ client, action }),
    // That nobody may is an answer.
    retry: false,
    // Who passes over the button again and again asks once.
    staleTime: 60_000,
  });
  const asking = useMutation({ mutationFn: () => ask({ client, action }, key.current) });
  if (who.isPending) return <p className="zd-muted">{t('ask.looking')}</p>;
  if (who.isError) return <ProblemAlert error={who.error} compact />;
  const people = who.data.people.map(({ name }) => name).join(t('ask.separator'));
  return (
    <div className="zd-ask">
      {people === '' ? null : <p>{t('ask.who', { people })}</p>}
      {asking.isError ? <ProblemAlert error={asking.error} compact /> : null}
      {asking.data ? (
        <p role="status">
          {asking.data.told > 0 ? t('ask.told', { count: asking.data.told }) : t('ask.waiting')}
        </p>
      ) : (
        <Button size="small" loading={asking.isPending} onClick={() => asking.mutate()}>
          {t('ask.button')}
        </Button>
      )}
    </div>
  );
}
