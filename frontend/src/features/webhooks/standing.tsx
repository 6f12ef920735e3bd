import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import type { Delivery, Webhook } from './queries';

export const webhookStates = ['ACTIVE', 'PAUSED', 'DISABLED'] as const satisfies readonly Webhook['state'][];
export const deliveryStates = [
  'PENDING',
  'DELIVERED',
  'FAILED',
  'DROPPED',
] as const satisfies readonly Delivery['state'][];

const tones: Record<Webhook['state'], Tone> = { ACTIVE: 'ok', PAUSED: 'neutral', DISABLED: 'danger' };
const deliveryTones: Record<Delivery['state'], Tone> = {
  PENDING: 'accent',
  DELIVERED: 'ok',
  FAILED: 'danger',
  DROPPED: 'neutral',
};

/** Whether it receives; and where the service stopped it, why. */
export function WebhookStateText({ webhook }: { webhook: Pick<Webhook, 'state' | 'state_reason'> }) {
  const { t } = useTranslation('webhooks');
  const { state, state_reason } = webhook;
  return (
    <span className="zd-row">
      <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
      {state_reason ? <span className="zd-muted">{t(`reasons.${state_reason}`)}</span> : null}
    </span>
  );
}

export function DeliveryStateTag({ state }: Pick<Delivery, 'state'>) {
  const { t } = useTranslation('webhooks');
  return <Tag tone={deliveryTones[state]}>{t(`delivery.states.${state}`)}</Tag>;
}

/** What came back last: a status, or why nothing did. */
export function useOutcomeWord(): (delivery: Pick<Delivery, 'last_status' | 'last_error'>) => string | null {
  const { t } = useTranslation('webhooks');
  return useCallback(
    ({ last_status, last_error }) => {
      if (last_error) return t(`delivery.errors.${last_error}`);
      return last_status ? t('delivery.answered', { status: last_status }) : null;
    },
    [t],
  );
}
