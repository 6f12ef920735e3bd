import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Values } from '@/shared/ui/record-form/fields';

type Schemas = components['schemas'];
export type Contact = Schemas['Contact'];
export type Qualification = Schemas['Qualification'];
export type Purchase = Schemas['Purchase'];

/** How a record that hangs on a file is listed, begun, changed and taken out. */
export type Hanging<Row> = {
  list: (id: string, withRemoved: boolean) => Promise<{ items: Row[] }>;
  one: (id: string, own: string) => Promise<Row>;
  create: (id: string, body: Values, key: string) => Promise<unknown>;
  change: (id: string, own: string, version: number, patch: Values) => Promise<unknown>;
  remove: (id: string, own: string, version: number, reason: string, key: string) => Promise<unknown>;
};

const most = 200;

export const contacts: Hanging<Contact> = {
  list: (id, withRemoved) =>
    answer(
      api.GET('/api/v1/clients/{id}/contacts', {
        params: { path: { id }, query: { limit: most, include_removed: withRemoved } },
      }),
    ),
  one: (id, own) =>
    answer(
      api.GET('/api/v1/clients/{id}/contacts/{contact_id}', { params: { path: { id, contact_id: own } } }),
    ),
  create: (id, body, key) =>
    answer(
      api.POST('/api/v1/clients/{id}/contacts', {
        params: { path: { id } },
        headers: idempotencyKey(key),
        body: body as Schemas['ContactInput'],
      }),
    ),
  change: (id, own, version, patch) =>
    answer(
      api.PATCH('/api/v1/clients/{id}/contacts/{contact_id}', {
        params: { path: { id, contact_id: own }, header: ifMatch(version) },
        body: patch as Schemas['ContactInputPatch_ContactInput'],
      }),
    ),
  remove: (id, own, version, reason, key) =>
    answer(
      api.POST('/api/v1/clients/{id}/contacts/{contact_id}/actions/remove', {
        params: { path: { id, contact_id: own }, header: ifMatch(version) },
        headers: idempotencyKey(key),
        body: { reason },
      }),
    ),
};

export const qualifications: Hanging<Qualification> = {
  list: (id, withRemoved) =>
    answer(
      api.GET('/api/v1/clients/{id}/qualifications', {
        params: { path: { id }, query: { limit: most, include_removed: withRemoved } },
      }),
    ),
  one: (id, own) =>
    answer(
      api.GET('/api/v1/clients/{id}/qualifications/{qualification_id}', {
        params: { path: { id, qualification_id: own } },
      }),
    ),
  create: (id, body, key) =>
    answer(
      api.POST('/api/v1/clients/{id}/qualifications', {
        params: { path: { id } },
        headers: idempotencyKey(key),
        body: body as Schemas['QualificationInput'],
      }),
    ),
  change: (id, own, version, patch) =>
    answer(
      api.PATCH('/api/v1/clients/{id}/qualifications/{qualification_id}', {
        params: { path: { id, qualification_id: own }, header: ifMatch(version) },
        body: patch as Schemas['QualificationInputPatch_QualificationInput'],
      }),
    ),
  remove: (id, own, version, reason, key) =>
    answer(
      api.POST('/api/v1/clients/{id}/qualifications/{qualification_id}/actions/remove', {
        params: { path: { id, qualification_id: own }, header: ifMatch(version) },
        headers: idempotencyKey(key),
        body: { reason },
      }),
    ),
};

export const purchases: Hanging<Purchase> = {
  list: (id, withRemoved) =>
    answer(
      api.GET('/api/v1/clients/{id}/purchases', {
        params: { path: { id }, query: { limit: most, include_removed: withRemoved } },
      }),
    ),
  one: (id, own) =>
    answer(
      api.GET('/api/v1/clients/{id}/purchases/{purchase_id}', { params: { path: { id, purchase_id: own } } }),
    ),
  create: (id, body, key) =>
    answer(
      api.POST('/api/v1/clients/{id}/purchases', {
        params: { path: { id } },
        headers: idempotencyKey(key),
        body: body as Schemas['PurchaseInput'],
      }),
    ),
  change: (id, own, version, patch) =>
    answer(
      api.PATCH('/api/v1/clients/{id}/purchases/{purchase_id}', {
        params: { path: { id, purchase_id: own }, header: ifMatch(version) },
        body: patch as Schemas['PurchaseInputPatch_PurchaseInput'],
      }),
    ),
  remove: (id, own, version, reason, key) =>
    answer(
      api.POST('/api/v1/clients/{id}/purchases/{purchase_id}/actions/remove', {
        params: { path: { id, purchase_id: own }, header: ifMatch(version) },
        headers: idempotencyKey(key),
        body: { reason },
      }),
    ),
};
