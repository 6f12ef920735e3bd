import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { TimeText } from '@/shared/ui/values/values';
import './approvals.css';
import { type ActName, DecisionForm } from './decision-forms';
import { type Approval, type TaskDetail, useTask } from './queries';
import { OnBehalfTag, OverdueTag } from './states';

type Moved = (error: unknown) => void;
type TaskProps = { approval: Approval; task: TaskDetail; onMoved: Moved };

const mine: readonly { act: ActName; primary?: boolean; danger?: boolean }[] = [
  { act: 'approve', primary: true },
  { act: 'reject', danger: true },
  { act: 'send-back' },
  { act: 'add-approver' },
  { act: 'hand-over' },
];

function MyTask({ approval, task, onMoved }: TaskProps) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <div className="zd-row">
        <span>{t('decide.step', { step: task.step_name })}</span>
        <OnBehalfTag task={task} />
        {task.due_at ? (
          <span className="zd-muted">
            {t('inbox.dueAt')} <TimeText value={task.due_at} />
          </span>
        ) : null}
        <OverdueTag overdue={task.overdue} />
      </div>
      <ActionBar
        allowed={task.allowed_actions}
        actions={mine.map(({ act, ...look }) => ({
          action: act,
          label: t(`decide.${act}`),
          ...look,
          form: (done) => (
            <DecisionForm act={act} task={task} approval={approval} onMoved={onMoved} done={done} />
          ),
        }))}
      />
    </>
  );
}

type MineProps = { approval: Approval; id: string; onMoved: Moved };

function Mine({ approval, id, onMoved }: MineProps) {
  const { t } = useTranslation('approvals');
  const task = useTask(id);
  return (
    <section className="zd-panel zd-inset zd-approval-act" aria-labelledby="decide">
      <h2 id="decide">{t('decide.title')}</h2>
      <QueryGate query={task}>
        {(found) => <MyTask approval={approval} task={found} onMoved={onMoved} />}
      </QueryGate>
    </section>
  );
}

/** 跨级审批: of one open task of somebody else. */
function AcrossTask({ approval, id, onMoved }: MineProps) {
  const { t } = useTranslation('approvals');
  const task = useTask(id);
  return (
    <QueryGate query={task}>
      {(found) => (
        <ActionBar
          allowed={found.allowed_actions}
          actions={[
            {
              action: 'across-levels',
              label: t('decide.acrossOf', { name: found.person.name }),
              form: (done) => (
                <DecisionForm
                  act="across-levels"
                  task={found}
                  approval={approval}
                  onMoved={onMoved}
                  done={done}
                />
              ),
            },
          ]}
        />
      )}
    </QueryGate>
  );
}

function AcrossLevels({ approval, onMoved }: Omit<MineProps, 'id'>) {
  const { t } = useTranslation('approvals');
  const open = approval.steps
    .flatMap(({ tasks }) => tasks)
    .filter(({ id, state, counts }) => state === 'OPEN' && counts && id !== approval.my_task);
  if (open.length === 0) return null;
  return (
    <section className="zd-panel zd-inset zd-approval-block" aria-labelledby="across">
      <h2 id="across">{t('decide.acrossTitle')}</h2>
      <p className="zd-muted">{t('decide.acrossHint')}</p>
      {open.map(({ id }) => (
        <AcrossTask key={id} approval={approval} id={id} onMoved={onMoved} />
      ))}
    </section>
  );
}

/** What the reader may do about the approval, as approver or for one who is away. */
export function DecisionPanel({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const can = useCan();
  const [moved, setMoved] = useState<unknown>(null);
  return (
    <>
      {moved ? (
        <div className="zd-stack">
          <ProblemAlert error={moved} />
          <p role="status">{t('decide.moved')}</p>
        </div>
      ) : null}
      {can('approval.cross-levels') && approval.state === 'RUNNING' ? (
        <AcrossLevels approval={approval} onMoved={setMoved} />
      ) : null}
      {approval.my_task ? <Mine approval={approval} id={approval.my_task} onMoved={setMoved} /> : null}
    </>
  );
}
