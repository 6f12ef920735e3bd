import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { actOn, answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];
export type Webhook = Schemas['Webhook'];
export type WebhookInput = Schemas['WebhookInput'];
export type WebhookPatch = Schemas['WebhookInputPatch_WebhookInput'];
export type Delivery = Schemas['WebhookDelivery'];
/** What is done to a webhook and asks for nothing. */
export type PlainAct = 'pause' | 'resume' | 'test';

export function useWebhooks(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['webhook', 'list', query],
    queryFn: () => answer(api.GET('/api/v1/webhooks', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

export const readWebhook = (id: string) =>
  answer(api.GET('/api/v1/webhooks/{id}', { params: { path: { id } } }));

export function useWebhook(id: string) {
  return useQuery({ queryKey: ['webhook', 'one', id], queryFn: () => readWebhook(id) });
}

/** While something is on its way, it is looked at again: an attempt is no act, and tells of itself by no event. */
const lookAgain = 5_000;

export function useDeliveries(id: string, query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['webhook', 'deliveries', id, query],
    queryFn: () => answer(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.items.some((delivery) => delivery.state === 'PENDING') ? lookAgain : false,
  });
}

export function useWebhooksChanged(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['webhook'] });
}

/** One that is gone is not read again. */
export function useWebhookGone(): (id: string) => Promise<void> {
  const cache = useQueryClient();
  return (id) => {
    cache.removeQueries({ queryKey: ['webhook', 'one', id] });
    cache.removeQueries({ queryKey: ['webhook', 'deliveries', id] });
    return cache.invalidateQueries({ queryKey: ['webhook', 'list'] });
  };
}

export const createWebhook = (body: WebhookInput, key: string) =>
  answer(api.POST('/api/v1/webhooks', { headers: idempotencyKey(key), body }));

export const changeWebhook = (id: string, body: WebhookPatch, version: number) =>
  answer(api.PATCH('/api/v1/webhooks/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));

export function deleteWebhook({ id, version }: Webhook) {
  return answer(api.DELETE('/api/v1/webhooks/{id}', { params: { path: { id }, header: ifMatch(version) } }));
}

export function actOnWebhook(webhook: Webhook, act: PlainAct, key: string) {
  switch (act) {
    case 'pause':
      return answer(api.POST('/api/v1/webhooks/{id}/actions/pause', actOn(webhook, key)));
    case 'resume':
      return answer(api.POST('/api/v1/webhooks/{id}/actions/resume', actOn(webhook, key)));
    case 'test':
      return answer(api.POST('/api/v1/webhooks/{id}/actions/test', actOn(webhook, key)));
  }
}

export const rotateSecret = (webhook: Webhook, key: string) =>
  answer(api.POST('/api/v1/webhooks/{id}/actions/rotate-secret', actOn(webhook, key)));

export function redeliver(id: string, delivery_id: string) {
  return answer(
    api.POST('/api/v1/webhooks/{id}/deliveries/{delivery_id}/actions/redeliver', {
      params: { path: { id, delivery_id } },
    }),
  );
}
