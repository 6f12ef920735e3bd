import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/shared/ui/record-form/fields';
import { Facts } from '@/shared/ui/values/facts';
import { DateText, MoneyText, PlainText } from '@/shared/ui/values/values';
import type { Client } from '../queries';
import { HangingPanel } from './hanging-panel';
import { purchases } from './hanging-queries';
import type { EntryMode } from './propose-record';

function usePurchaseFields(): Field[] {
  const { t } = useTranslation('client-record');
  return useMemo(
    () => [
      { kind: 'text', name: 'product', label: t('purchase.product'), required: true, max: 200 },
      { kind: 'date', name: 'occurred_on', label: t('purchase.occurredOn'), required: true },
      { kind: 'money', name: 'amount', label: t('purchase.amount'), required: true },
      { kind: 'text', name: 'order_number', label: t('purchase.orderNumber'), max: 60 },
      { kind: 'long-text', name: 'note', label: t('purchase.note'), max: 1000 },
    ],
    [t],
  );
}

/** What a client bought, latest first (B-CRM-02). */
export function PurchasesTab({ client, entryMode }: { client: Client; entryMode: EntryMode }) {
  const { t } = useTranslation('client-record');
  const fields = usePurchaseFields();
  return (
    <HangingPanel
      client={client}
      name="purchases"
      kind="PURCHASE"
      title={t('purchase.title')}
      addLabel={t('purchase.add')}
      proposeLabel={t('purchase.propose')}
      emptyHint={t('purchase.emptyHint')}
      hanging={purchases}
      fields={fields}
      entryTitle={({ product }) => product}
      entry={(row) => (
        <Facts
          items={[
            { label: t('purchase.occurredOn'), value: <DateText value={row.occurred_on} /> },
            { label: t('purchase.amount'), value: <MoneyText value={row.amount} /> },
            { label: t('purchase.orderNumber'), value: <PlainText value={row.order_number} /> },
            { label: t('purchase.note'), value: <PlainText value={row.note} />, wide: true },
          ]}
        />
      )}
      entryMode={entryMode}
    />
  );
}
