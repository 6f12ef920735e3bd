import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import '../clients.css';
import { ProposalTable } from './proposal-table';
import { proposedFields } from './proposed-fields';
import type { ProposedRecord } from './submission-queries';

const words = { CONTACT: 'contact', QUALIFICATION: 'qualification', PURCHASE: 'purchase' } as const;

/** The order in which their forms ask. */
const orders: Readonly<Record<ProposedRecord['kind'], readonly string[]>> = {
  CONTACT: ['name', 'position', 'department', 'mobile', 'telephone', 'email', 'wechat', 'is_key_person'],
  QUALIFICATION: ['kind', 'name', 'number', 'issued_by', 'valid_from', 'valid_until'],
  PURCHASE: ['product', 'occurred_on', 'amount', 'order_number', 'note'],
};

/** Its fields under the names that the texts have for them. */
function fieldsOf({ kind, ...record }: ProposedRecord) {
  return proposedFields(record, orders[kind]).map((one) => ({
    ...one,
    field: `${words[kind]}.${one.field}`,
  }));
}

function ProposedRecordView({ record }: { record: ProposedRecord }) {
  const { t } = useTranslation(['client-intake', 'client-record']);
  const title = t(`client-record:${words[record.kind]}.title`);
  return (
    <li className="zd-entry">
      <h3>
        {record.name ?? title} {record.name ? <span className="zd-muted">{title}</span> : null}{' '}
        <Tag>
          {record.record_id
            ? t('client-intake:submission.record.change')
            : t('client-intake:submission.record.add')}
        </Tag>{' '}
        {record.removed ? <Tag tone="danger">{t('client-intake:submission.record.removed')}</Tag> : null}
        {record.conflict && !record.removed ? (
          <Tag tone="warning">{t('client-intake:submission.record.conflict')}</Tag>
        ) : null}
      </h3>
      <ProposalTable
        label={record.name ?? title}
        fields={fieldsOf(record)}
        isCompared={record.changes.length > 0}
      />
    </li>
  );
}

/** The people, papers and purchases that were handed in with a submission (A-CLI-06, B-CRM-10). */
export function ProposedRecords({ records }: { records: readonly ProposedRecord[] }) {
  const { t } = useTranslation('client-intake');
  if (records.length === 0) return null;
  return (
    <section className="zd-panel zd-block" aria-labelledby="records">
      <h2 id="records">{t('submission.record.title')}</h2>
      <ul>
        {records.map((record, at) => (
          // Their order is what they were handed in with, and stays.
          <ProposedRecordView key={record.record_id ?? `new-${at}`} record={record} />
        ))}
      </ul>
    </section>
  );
}
