import { useTranslation } from 'react-i18next';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { Tag } from '@/shared/ui/values/tag';
import { TimeText } from '@/shared/ui/values/values';
import { FlowPicture } from './flow-picture';
import type { Approval, ApprovalStepShown, Task } from './queries';
import { OverdueTag, StandingTag, TaskStateTag } from './states';
import { ExcludesText, TermText } from './step-notes';
import { Who } from './who';

/** How somebody came to decide, where it was not the flow that named them. */
function OriginTag({ origin }: Pick<Task, 'origin'>) {
  const { t } = useTranslation('approvals');
  return origin === 'FLOW' ? null : <Tag>{t(`origin.${origin}`)}</Tag>;
}

function TermOf({ task }: { task: Task }) {
  const { t } = useTranslation('approvals');
  if (task.decided_at) {
    return (
      <span className="zd-muted">
        <TimeText value={task.decided_at} />
      </span>
    );
  }
  // Of what is settled otherwise, nobody waits for the term.
  if (!task.due_at || !['OPEN', 'WAITING'].includes(task.state)) return null;
  return (
    <span className="zd-muted">
      {t('inbox.dueAt')} <TimeText value={task.due_at} />
    </span>
  );
}

/** One approver: who they are, what they said, and until when they have time. */
function TaskLine({ task }: { task: Task }) {
  const { t } = useTranslation('approvals');
  const { decided_by, confirmed_by, person } = task;
  const isAnothers = decided_by && decided_by.id !== person.id;
  return (
    <li>
      <div className="zd-row">
        <span>{person.name}</span>
        <TaskStateTag state={task.state} />
        <OriginTag origin={task.origin} />
        <OverdueTag overdue={task.overdue} />
      </div>
      <TermOf task={task} />
      {isAnothers ? <p>{t('course.decidedBy', { name: decided_by.name })}</p> : null}
      {confirmed_by ? (
        <p>
          {t('course.confirmed', { name: confirmed_by.name })} <TimeText value={task.confirmed_at} />
        </p>
      ) : null}
      {task.comment ? <p className="zd-flow-said">{task.comment}</p> : null}
      {task.evidence ? <p className="zd-muted">{t('page.evidence', { evidence: task.evidence })}</p> : null}
    </li>
  );
}

type Named = Pick<Approval, 'people' | 'roles'>;
type BodyProps = Named & { step: ApprovalStepShown; steps: readonly ApprovalStepShown[] };

function StepBody({ step, steps, ...named }: BodyProps) {
  const { t } = useTranslation('approvals');
  // What was sent back since stands in the history.
  const tasks = step.tasks.filter(({ counts }) => counts);
  return (
    <>
      {tasks.length > 0 ? (
        <ul className="zd-flow-people">
          {tasks.map((task) => (
            <TaskLine key={task.id} task={task} />
          ))}
        </ul>
      ) : (
        <>
          <Who approver={step.approver} {...named} />
          <p className="zd-muted">{t('course.nobodyYet')}</p>
        </>
      )}
      {tasks.length > 1 ? <p className="zd-muted">{t(`mode.${step.mode}`)}</p> : null}
      {step.due_minutes ? <TermText minutes={step.due_minutes} /> : null}
      <ExcludesText keys={step.excludes} steps={steps} />
      <ClauseList clauses={step.clauses} />
    </>
  );
}

/** The flow of an approval as a picture: where it stands, and who decided what. */
export function Course({ steps, people, roles }: Pick<Approval, 'steps'> & Named) {
  const { t } = useTranslation('approvals');
  return (
    <section className="zd-panel zd-inset zd-approval-block" aria-labelledby="course">
      <h2 id="course">{t('page.course')}</h2>
      <FlowPicture
        label={t('page.course')}
        steps={steps.map((step) => ({
          key: step.key,
          name: step.name,
          together: step.together,
          standing: step.standing,
          mark: <StandingTag standing={step.standing} />,
          body: <StepBody step={step} steps={steps} people={people} roles={roles} />,
        }))}
      />
    </section>
  );
}
