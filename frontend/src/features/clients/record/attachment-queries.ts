import { useQuery } from '@tanstack/react-query';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import { formOf } from '@/shared/api/download';
import type { components } from '@/shared/api/schema';

import type { ItemSecrecy } from './item-secrecy';

export type Attachment = components['schemas']['Attachment'];

export function useAttachments(id: string, withWithdrawn: boolean) {
  return useQuery({
    queryKey: ['client', 'attachments', id, withWithdrawn],
    queryFn: () =>
      answer(
        api.GET('/api/v1/clients/{id}/attachments', {
          params: { path: { id }, query: { limit: 200, include_withdrawn: withWithdrawn } },
        }),
      ),
  });
}

type Paper = { file: File; kind: string; note: string; secrecy: ItemSecrecy | undefined };

export function attach(id: string, { file, kind, note, secrecy }: Paper, key: string) {
  return answer(
    api.POST('/api/v1/clients/{id}/attachments', {
      params: { path: { id } },
      headers: idempotencyKey(key),
      // The generated type describes the parts of the form; the form itself is made here.
      body: { file: '', kind: 'OTHER' },
      bodySerializer: () => formOf({ kind, note, secrecy: secrecy && JSON.stringify(secrecy), file }),
    }),
  );
}

export function withdraw({ id, client_id, version }: Attachment, reason: string, key: string) {
  return answer(
    api.POST('/api/v1/clients/{id}/attachments/{attachment_id}/actions/withdraw', {
      params: { path: { id: client_id, attachment_id: id }, header: ifMatch(version) },
      headers: idempotencyKey(key),
      body: { reason },
    }),
  );
}
