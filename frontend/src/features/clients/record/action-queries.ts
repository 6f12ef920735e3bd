import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Values } from '@/shared/ui/record-form/fields';
import type { Client } from '../queries';

type Schemas = components['schemas'];

export type SimpleAction =
  | 'verify'
  | 'hand-over'
  | 'change-state'
  | 'change-tier'
  | 'classify'
  | 'report-inferior'
  | 'confirm-inferior'
  | 'clear-inferior';

/** Sends an act on a file as it was looked at; the fields of the form are the fields of the request. */
export function actOn({ id, version }: Client, action: SimpleAction, body: Values, key: string) {
  const init = {
    params: { path: { id }, header: ifMatch(version) },
    headers: idempotencyKey(key),
  };
  switch (action) {
    case 'verify':
      return answer(
        api.POST('/api/v1/clients/{id}/actions/verify', { ...init, body: body as Schemas['VerifyClient'] }),
      );
    case 'hand-over':
      return answer(
        api.POST('/api/v1/clients/{id}/actions/hand-over', {
          ...init,
          body: body as Schemas['HandOverClient'],
        }),
      );
    case 'change-state':
      return answer(
        api.POST('/api/v1/clients/{id}/actions/change-state', {
          ...init,
          body: body as Schemas['ChangeState'],
        }),
      );
    case 'change-tier':
      return answer(
        api.POST('/api/v1/clients/{id}/actions/change-tier', {
          ...init,
          body: body as Schemas['ChangeTier'],
        }),
      );
    case 'classify':
      return answer(
        api.POST('/api/v1/clients/{id}/actions/classify', {
          ...init,
          body: body as Schemas['ClassifyClient'],
        }),
      );
    case 'report-inferior':
      return answer(
        api.POST('/api/v1/clients/{id}/actions/report-inferior', {
          ...init,
          body: body as Schemas['ReportInferior'],
        }),
      );
    case 'confirm-inferior':
      return answer(
        api.POST('/api/v1/clients/{id}/actions/confirm-inferior', {
          ...init,
          body: body as Schemas['ConfirmInferior'],
        }),
      );
    case 'clear-inferior':
      return answer(
        api.POST('/api/v1/clients/{id}/actions/clear-inferior', {
          ...init,
          body: body as Schemas['ClearInferior'],
        }),
      );
  }
}
