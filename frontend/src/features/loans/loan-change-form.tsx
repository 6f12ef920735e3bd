import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { changeLoan, type Loan, type LoanInput, readLoan, useLoansChanged } from './queries';
import { useRequestSections } from './request-fields';
import './loans.css';

/** What is no loan any more ends on no day: its field is gone from the form, and its value with it. */
function withoutTerm(patch: Partial<LoanInput>): Partial<LoanInput> {
  return patch.kind && patch.kind !== 'LOAN' ? { ...patch, due_on: null } : patch;
}

/** Whoever asked puts it right; what is under approval is approved from the beginning. */
export function LoanChangeForm({ loan, done }: { loan: Loan; done: () => void }) {
  const { t } = useTranslation('loans');
  const { message } = App.useApp();
  const changed = useLoansChanged();
  const [first] = useState(loan);
  const [values, setValues] = useState<Values>(first);
  const sections = useRequestSections(t('change.action'), values.kind, false);
  return (
    <>
      {first.state === 'REQUESTED' ? (
        <p className="zd-warning zd-form-said" role="note">
          {t('change.anew')}
        </p>
      ) : null}
      <RecordForm
        label={t('change.action')}
        sections={sections}
        initial={first as Values}
        target={{
          mode: 'CHANGE',
          version: first.version,
          save: async (patch: Partial<LoanInput>, version) => {
            await changeLoan(first.id, version, withoutTerm(patch));
            message.success(t('saved'));
            await changed();
          },
          latest: async () => {
            const latest = await readLoan(first.id);
            return { values: latest as Values, version: latest.version };
          },
        }}
        onSaved={done}
        onCancel={done}
        onValues={setValues}
      />
    </>
  );
}
