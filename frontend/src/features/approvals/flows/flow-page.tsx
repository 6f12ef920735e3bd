import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/format/date';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Tag } from '@/shared/ui/values/tag';
import { TimeText } from '@/shared/ui/values/values';
import '../approvals.css';
import { DefinitionPicture, type Named } from './definition-picture';
import { FlowFacts, FlowTags } from './flow-facts';
import { type Flow, type FlowDetail, type FlowVersion, useFlow } from './queries';

function StandingOf({ version, flow }: { version: FlowVersion; flow: Flow | null }) {
  const { t } = useTranslation('approvals');
  if (flow && version.version === flow.version) return <Tag tone="ok">{t('flow.counts')}</Tag>;
  if (version.effective_from > today()) return <Tag tone="accent">{t('flow.later')}</Tag>;
  return <Tag>{t('flow.past')}</Tag>;
}

type VersionProps = { version: FlowVersion; flow: Flow | null; named: Named };

function Version({ version, flow, named }: VersionProps) {
  const { t } = useTranslation('approvals');
  return (
    <li className="zd-approval-flow">
      <div className="zd-row">
        <strong>{t('flow.version', { version: version.version })}</strong>
        <span>{t('flow.since', { date: version.effective_from })}</span>
        <StandingOf version={version} flow={flow} />
        <span className="zd-muted">
          {t('flow.setBy', { name: version.set_by.name })} <TimeText value={version.set_at} />
        </span>
      </div>
      <p>{version.reason}</p>
      <details>
        <summary>{t('flow.showSteps', { version: version.version })}</summary>
        <DefinitionPicture
          label={t('flow.version', { version: version.version })}
          definition={version.definition}
          named={named}
        />
      </details>
    </li>
  );
}

function Versions({ detail }: { detail: FlowDetail }) {
  const { t } = useTranslation('approvals');
  const { versions, flow = null } = detail;
  const named = flow ?? { subject: '', people: [], roles: [], clauses: [] };
  return (
    <section className="zd-panel zd-inset zd-approval-block" aria-labelledby="versions">
      <h2 id="versions">{t('flow.history')}</h2>
      {versions.length === 0 ? <p className="zd-muted">{t('flow.neverSet')}</p> : null}
      <ol className="zd-stack">
        {versions.map((version) => (
          <Version key={version.id} version={version} flow={flow} named={named} />
        ))}
      </ol>
    </section>
  );
}

function Counting({ flow }: { flow: Flow }) {
  const { t } = useTranslation('approvals');
  return (
    <section className="zd-panel zd-inset zd-approval-block" aria-labelledby="steps">
      <FlowFacts flow={flow} />
      <h2 id="steps">{t('flow.steps')}</h2>
      <DefinitionPicture label={t('flow.steps')} definition={flow.definition} named={flow} />
    </section>
  );
}

function Detail({ detail }: { detail: FlowDetail }) {
  const { t } = useTranslation('approvals');
  const router = useRouter();
  const { id, flow } = detail;
  return (
    <>
      <RecordHeader
        list="approval-flows"
        id={id}
        listHref="/approval-flows"
        goTo={(code) => router.history.push(`/approval-flows/${code}`)}
        number={id}
        title={flow?.definition.name ?? detail.versions[0]?.definition.name ?? id}
        tags={flow ? <FlowTags flow={flow} /> : null}
        actions={
          <ActionBar
            allowed={flow?.allowed_actions ?? []}
            actions={[
              {
                action: 'set',
                label: t('flow.set'),
                primary: true,
                href: `/approval-flows/${id}/edit`,
              },
            ]}
          />
        }
      />
      {flow ? <Counting flow={flow} /> : <p className="zd-panel zd-inset">{t('flow.notYet')}</p>}
      <Versions detail={detail} />
    </>
  );
}

/** One flow: as it counts, and everything that was ever set. */
export function FlowPage() {
  const { code } = useParams({ strict: false });
  const flow = useFlow(code ?? '');
  return (
    <div className="zd-page">
      <QueryGate query={flow}>{(found) => <Detail key={found.id} detail={found} />}</QueryGate>
    </div>
  );
}
