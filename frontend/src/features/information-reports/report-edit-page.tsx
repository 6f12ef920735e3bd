import { useNavigate, useParams } from '@tanstack/react-router';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { formValues, patchOf, placeOf } from './mapping';
import { changeReport, type Report, readReport, useReport, useReportsChanged } from './queries';
import { SentBackNote } from './sent-back-note';
import { useReportSections } from './use-report-sections';

/** Its author puts a report right; one that was sent back is thereby submitted again. */
export function ReportEditForm({ report, done }: { report: Report; done: () => void }) {
  const { t } = useTranslation('information-reports');
  const { message } = App.useApp();
  const changed = useReportsChanged();
  const [first] = useState(report);
  const [begun] = useState(() => formValues(first));
  // What the changes are laid over: what was read last.
  const base = useRef(begun);
  const [values, setValues] = useState<Values>(begun);
  const sections = useReportSections(t('general'), values, false);
  const isAgain = first.state === 'SENT_BACK';
  return (
    <>
      <SentBackNote report={first} />
      <RecordForm
        label={t('edit')}
        sections={sections}
        initial={begun}
        target={{
          mode: 'CHANGE',
          version: first.version,
          save: async (patch: Values, version) => {
            const body = patchOf(base.current, patch);
            try {
              await changeReport(first.id, version, body);
            } catch (error) {
              const ids = (body.entries ?? []).map(({ client_id }) => client_id);
              throw asProblem(error).pointingAt((pointer) => placeOf(pointer, ids));
            }
            message.success(isAgain ? t('sentAgain') : t('saved'));
            await changed();
          },
          latest: async () => {
            const latest = await readReport(first.id);
            base.current = formValues(latest);
            return { values: base.current, version: latest.version };
          },
        }}
        submitLabel={isAgain ? t('sendAgain') : undefined}
        onSaved={done}
        onCancel={done}
        onValues={setValues}
      />
    </>
  );
}

export function ReportEditPage() {
  const { t } = useTranslation('information-reports');
  const { id } = useParams({ from: '/_app/client-information-reports/$id/edit' });
  const navigate = useNavigate();
  const report = useReport(id);
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('edit')}</h1>
      <QueryGate query={report}>
        {(found) => (
          <ReportEditForm
            key={found.id}
            report={found}
            done={() => navigate({ to: '/client-information-reports/$id', params: { id } })}
          />
        )}
      </QueryGate>
    </div>
  );
}
