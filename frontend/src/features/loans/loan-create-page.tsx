import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { type LoanInput, requestLoan, useLoansChanged } from './queries';
import { useRequestSections } from './request-fields';

const blank: Values = { kind: 'CONSULTATION' };

/** Asks for figures, for a look into files, or for a loan (A-BOR-01). */
export function LoanCreatePage() {
  const { t } = useTranslation('loans');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changed = useLoansChanged();
  const [values, setValues] = useState<Values>(blank);
  const sections = useRequestSections(t('asked'), values.kind, true);
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('begin')}</h1>
      <div>
        <p className="zd-muted">{t('flow')}</p>
        <ClauseList clauses={[{ id: 'A-BOR-01' }]} />
      </div>
      <RecordForm
        label={t('begin')}
        sections={sections}
        initial={blank}
        target={{
          mode: 'CREATE',
          save: async (body: LoanInput, key) => {
            const made = await requestLoan(body, key);
            message.success(t('sent'));
            await changed();
            return made;
          },
        }}
        draft={{ kind: 'client-loan', key: 'new' }}
        submitLabel={t('send')}
        onSaved={({ id }) => navigate({ to: '/client-loans/$id', params: { id }, replace: true })}
        onCancel={() => navigate({ to: '/client-loans' })}
        onValues={setValues}
      />
    </div>
  );
}
