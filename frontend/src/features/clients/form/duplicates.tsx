import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import '../clients.css';

export type Match = components['schemas']['DuplicateMatch'];
type Keys = { name?: string; credit_code?: string; telephone?: string };

const wait = 400;

function keysOf(values: Values): Keys {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  return { name: text('name'), credit_code: text('credit_code'), telephone: text('telephone') };
}

/** Files that may be of the same client as what is known of it. */
function matchesOf(keys: Keys, excludeId: string | undefined) {
  return queryOptions({
    queryKey: ['client', 'duplicates', keys, excludeId],
    queryFn: () =>
      answer(
        api.POST('/api/v1/clients/actions/find-duplicates', { body: { ...keys, exclude_id: excludeId } }),
      ),
  });
}

/** The same while it is being written, asked for once the typing rests (A-CLI-14). */
export function useDuplicates(values: Values, excludeId?: string): readonly Match[] {
  const typed = JSON.stringify(keysOf(values));
  const [asked, setAsked] = useState('{}');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), wait);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useQuery({
    ...matchesOf(JSON.parse(asked) as Keys, excludeId),
    enabled: asked !== '{}',
  });
  return asked === '{}' ? [] : (found.data?.items ?? []);
}

/**
 * The same of what was written before, asked anew for each decision. It stands until that is made: read again
 * after it, the file that it began would be found as its own likeness.
 */
export function useDuplicatesOf(payload: Values, excludeId?: string) {
  return useQuery({ ...matchesOf(keysOf(payload), excludeId), staleTime: 'static', gcTime: 0 });
}

/** Why a file that looks like another one is of another client. */
export function useDuplicateReason(): Field {
  const { t } = useTranslation('client-record');
  return useMemo(
    () => ({
      kind: 'long-text',
      name: 'duplicate_reason',
      label: t('duplicate.reason'),
      help: t('duplicate.reasonHint'),
      max: 500,
    }),
    [t],
  );
}

/** Says that there are files like this one; those out of reach are named as existing, and no more. */
export function DuplicateWarning({ matches }: { matches: readonly Match[] }) {
  const { t } = useTranslation('client-record');
  return (
    <div role="status" aria-live="polite">
      {matches.length > 0 ? (
        <section className="zd-warning" aria-labelledby="duplicates">
          <h2 id="duplicates">{t('duplicate.title', { count: matches.length })}</h2>
          <ul>
            {matches.map(({ client, matched_on }) => {
              const on = matched_on.map((one) => t(`duplicate.on.${one}`)).join(t('duplicate.and'));
              return (
                <li key={client?.id ?? on}>
                  {client ? (
                    <RecordLink type="client" id={client.id}>
                      {client.name} <span className="zd-mono">{client.number}</span>
                    </RecordLink>
                  ) : (
                    t('duplicate.outOfReach')
                  )}{' '}
                  <span className="zd-muted">{t('duplicate.same', { on })}</span>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
