import { useParams, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import '../approvals.css';
import { FlowForm, type Known } from './flow-form';
import { type FlowDetail, useFlow, useSubjects } from './queries';

function FormPage({ label, known }: { label: string; known: Known | null }) {
  const router = useRouter();
  const subjects = useSubjects();
  const open = useCallback((code: string) => router.history.replace(`/approval-flows/${code}`), [router]);
  return (
    <>
      <h1>{label}</h1>
      <QueryGate query={subjects}>
        {({ items }) => (
          <FlowForm
            label={label}
            known={known}
            subjects={items}
            onDone={open}
            onCancel={() => router.history.push(known ? `/approval-flows/${known.code}` : '/approval-flows')}
          />
        )}
      </QueryGate>
    </>
  );
}

/** The form begins with what counts today. */
function Edit({ detail }: { detail: FlowDetail }) {
  const { t } = useTranslation('approvals');
  const { flow } = detail;
  if (!flow) return <p>{t('flow.notYet')}</p>;
  return <FormPage label={t('flow.setOf', { name: flow.definition.name })} known={flow} />;
}

export function FlowEditPage() {
  const { code } = useParams({ strict: false });
  const flow = useFlow(code ?? '');
  return (
    <div className="zd-page zd-approval-form">
      <QueryGate query={flow}>{(found) => <Edit key={found.id} detail={found} />}</QueryGate>
    </div>
  );
}

export function FlowCreatePage() {
  const { t } = useTranslation('approvals');
  return (
    <div className="zd-page zd-approval-form">
      <FormPage label={t('flow.create')} known={null} />
    </div>
  );
}
