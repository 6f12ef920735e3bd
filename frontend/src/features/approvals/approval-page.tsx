import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { TimeText } from '@/shared/ui/values/values';
import './approvals.css';
import { ContentPanel } from './content-panel';
import { Course } from './course';
import { DecisionPanel } from './decision-panel';
import { Eligible } from './eligible';
import { History } from './history';
import { type Approval, useApproval } from './queries';
import { RequesterActions } from './requester-actions';
import { ApprovalStateTag, LevelTag } from './states';

function FlowName({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const { flow_name: name, flow_version: version, flow_code } = approval;
  return (
    <AppLink href={`/approval-flows/${flow_code}`}>
      {version === 0 ? t('page.handbookFlow', { name }) : t('page.flow', { name, version })}
    </AppLink>
  );
}

function Head({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const router = useRouter();
  return (
    <RecordHeader
      list="approvals"
      id={approval.id}
      listHref="/approvals"
      goTo={(id) => router.history.push(`/approvals/${id}`)}
      title={approval.label}
      tags={
        <>
          <ApprovalStateTag state={approval.state} />
          <LevelTag level={approval.level} />
        </>
      }
      facts={
        <>
          <span>{approval.subject_name}</span>
          <span>
            {t('page.requestedBy', { name: approval.requested_by.name })}{' '}
            <TimeText value={approval.started_at} />
          </span>
          <FlowName approval={approval} />
          <RecordLink type={approval.subject_kind} id={approval.subject_id}>
            {t('page.record')}
          </RecordLink>
        </>
      }
      actions={<RequesterActions approval={approval} />}
    />
  );
}

/** Somebody who decided in several steps: allowed, but whoever decides next should know. */
function Repeated({ approval }: { approval: Approval }) {
  const { t } = useTranslation(['approvals', 'common']);
  if (approval.repeated.length === 0) return null;
  const nameOf = (key: string) => approval.steps.find((step) => step.key === key)?.name ?? key;
  return (
    <div className="zd-warning">
      <p>{t('approvals:page.repeated')}</p>
      <ul>
        {approval.repeated.map(({ person, steps }) => (
          <li key={person.id}>
            {t('approvals:page.repeatedOne', {
              name: person.name,
              steps: steps.map(nameOf).join(t('common:value.separator')),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Detail({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <Head approval={approval} />
      {approval.reason ? (
        <p className="zd-panel zd-inset">{t('page.reason', { reason: approval.reason })}</p>
      ) : null}
      <Repeated approval={approval} />
      <div className="zd-approval-beside">
        <ContentPanel approval={approval} />
        <DecisionPanel approval={approval} />
      </div>
      <Course steps={approval.steps} people={approval.people} roles={approval.roles} />
      {approval.state === 'RUNNING' ? <Eligible id={approval.id} /> : null}
      <History acts={approval.history} />
    </>
  );
}

/** One approval: what was submitted, what may be decided, how far it has come and what happened. */
export function ApprovalPage() {
  const { id } = useParams({ strict: false });
  const approval = useApproval(id ?? '');
  return (
    <div className="zd-page">
      <QueryGate query={approval}>{(found) => <Detail key={found.id} approval={found} />}</QueryGate>
    </div>
  );
}
