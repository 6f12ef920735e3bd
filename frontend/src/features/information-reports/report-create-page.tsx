import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { chosenOf, entriesOf, placeOf } from './mapping';
import { openMonths } from './months';
import { submitReport, useReportsChanged } from './queries';
import { useReportSections } from './use-report-sections';

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Tells customer service of a month, client by client (A-CIR-01, A-CIR-02). */
export function ReportCreatePage() {
  const { t } = useTranslation('information-reports');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const changed = useReportsChanged();
  const [blank] = useState<Values>(() => ({ period: openMonths()[0] }));
  const [values, setValues] = useState<Values>(blank);
  const sections = useReportSections(t('general'), values, true);
  const send = async (body: Values, key: string) => {
    const { period, summary, discoveries } = body;
    const report = {
      period: text(period),
      summary: text(summary),
      discoveries: text(discoveries) || null,
      entries: entriesOf(body),
    };
    try {
      const made = await submitReport(report, key);
      message.success(t('sent'));
      await changed();
      return made;
    } catch (error) {
      const ids = chosenOf(body).map(({ value }) => value);
      throw asProblem(error).pointingAt((pointer) => placeOf(pointer, ids));
    }
  };
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('begin')}</h1>
      <div>
        <p className="zd-muted">{t('hint')}</p>
        <ClauseList clauses={[{ id: 'A-CIR-01' }, { id: 'A-CIR-02' }]} />
      </div>
      <RecordForm
        label={t('begin')}
        sections={sections}
        initial={blank}
        target={{ mode: 'CREATE', save: send }}
        draft={{ kind: 'client-information-report', key: 'new' }}
        submitLabel={t('send')}
        onSaved={({ id }) =>
          navigate({ to: '/client-information-reports/$id', params: { id }, replace: true })
        }
        onCancel={() => navigate({ to: '/client-information-reports' })}
        onValues={setValues}
      />
    </div>
  );
}
