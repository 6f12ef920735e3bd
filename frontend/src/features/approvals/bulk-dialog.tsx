import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemFrom } from '@/shared/api/problem';
import { counted } from '@/shared/format/count';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { useProblemWords } from '@/shared/ui/feedback/problem-words';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import type { Field } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { Tag } from '@/shared/ui/values/tag';
import '@/shared/ui/values/plain-table.css';
import './approvals.css';
import { useTelling } from './content';
import { type Decision, decideTogether, type InboxTask, type Outcome, useApprovalsChanged } from './queries';
import { OnBehalfTag } from './states';

type Judged = { task: InboxTask; outcome: Outcome };
type AskProps = {
  decision: Decision;
  tasks: readonly InboxTask[];
  onDone: (judged: Judged[]) => void;
  onClose: () => void;
};

function Ask({ decision, tasks, onDone, onClose }: AskProps) {
  const { t } = useTranslation('approvals');
  const changed = useApprovalsChanged();
  const tell = useTelling();
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'long-text',
        name: 'comment',
        label: t('decide.comment'),
        required: decision === 'REJECT',
        max: 1000,
      },
    ],
    [t, decision],
  );
  return (
    <div className="zd-stack">
      <p>{t(`bulk.ask.${decision}`, counted(tasks.length))}</p>
      <ul className="zd-approval-chosen" aria-label={t('bulk.tasks')}>
        {tasks.map((task) => (
          <li key={task.id}>
            <div>
              <strong>{task.approval.label}</strong> {tell(task.approval.subject_kind, task.content)}
            </div>
            <div className="zd-row zd-muted">
              {task.approval.requested_by.name} · {task.step_name}
              <OnBehalfTag task={task} />
            </div>
          </li>
        ))}
      </ul>
      <SmallForm
        label={t(`bulk.${decision}`)}
        fields={fields}
        save={async ({ comment }, key) => {
          const said = typeof comment === 'string' ? comment : null;
          const outcomes = await decideTogether(decision, said, tasks, key);
          await changed(tasks.map(({ approval }) => approval.subject_kind));
          return outcomes;
        }}
        onSaved={(outcomes) =>
          onDone(
            outcomes.flatMap((outcome) => {
              const task = tasks.find(({ id }) => id === outcome.task_id);
              return task ? [{ task, outcome }] : [];
            }),
          )
        }
        onDone={onClose}
      />
    </div>
  );
}

function Why({ problem }: { problem: NonNullable<Outcome['problem']> }) {
  const error = useMemo(() => problemFrom(problem.status, problem, null), [problem]);
  const { said } = useProblemWords(error);
  return (
    <>
      {said}
      <ClauseList clauses={error.clauses} />
    </>
  );
}

type OutcomesProps = { decision: Decision; judged: readonly Judged[]; onClose: () => void };

/** What became of each, and why one was refused. */
function Outcomes({ decision, judged, onClose }: OutcomesProps) {
  const { t } = useTranslation('approvals');
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  // The form that held the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  const done = judged.filter(({ outcome }) => outcome.done).length;
  return (
    <div className="zd-stack">
      <h2 ref={heading} id={id} tabIndex={-1} className="zd-approval-summary">
        {t('bulk.summary', { done, refused: judged.length - done })}
      </h2>
      <div className="zd-plain-frame">
        <table className="zd-plain-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t('bulk.item')}</th>
              <th scope="col">{t('bulk.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {judged.map(({ task, outcome }) => (
              <tr key={task.id}>
                <th scope="row">{task.approval.label}</th>
                <td>
                  <Tag tone={outcome.done ? 'ok' : 'danger'}>
                    {outcome.done ? t(`bulk.done.${decision}`) : t('bulk.refused')}
                  </Tag>{' '}
                  {outcome.problem ? <Why problem={outcome.problem} /> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="zd-row">
        <Button type="primary" onClick={onClose}>
          {t('bulk.close')}
        </Button>
      </div>
    </div>
  );
}

type Props = {
  decision: Decision;
  tasks: () => Promise<InboxTask[]>;
  /** Told whether anything was sent. */
  onClose: (isDecided: boolean) => void;
};

/** One decision on the chosen tasks: named before it is asked for, and afterwards an outcome for each. */
export function BulkDialog({ decision, tasks, onClose }: Props) {
  const { t } = useTranslation('approvals');
  // What is confirmed is what was read as the dialog opened.
  const chosen = useQuery({
    queryKey: ['bulk-decision', useId()],
    queryFn: tasks,
    staleTime: 'static',
    gcTime: 0,
  });
  const [judged, setJudged] = useState<Judged[] | null>(null);
  const close = () => onClose(judged !== null);
  return (
    <FormDialog open title={t(`bulk.${decision}`)} onCancel={close} width={640}>
      {judged ? (
        <Outcomes decision={decision} judged={judged} onClose={close} />
      ) : (
        <QueryGate query={chosen}>
          {(found) => <Ask decision={decision} tasks={found} onDone={setJudged} onClose={close} />}
        </QueryGate>
      )}
    </FormDialog>
  );
}
