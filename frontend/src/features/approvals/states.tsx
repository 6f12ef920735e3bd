import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import type { ApprovalRow, ApprovalStepShown, Task } from './queries';

const approvalTones: Record<ApprovalRow['state'], Tone> = {
  RUNNING: 'accent',
  APPROVED: 'ok',
  REJECTED: 'danger',
  RETURNED: 'warning',
  WITHDRAWN: 'neutral',
  VOIDED: 'neutral',
};
export const approvalStates = Object.keys(approvalTones) as ApprovalRow['state'][];

const taskTones: Record<Task['state'], Tone> = {
  OPEN: 'accent',
  WAITING: 'warning',
  APPROVED: 'ok',
  REJECTED: 'danger',
  SENT_BACK: 'warning',
  HANDED_OVER: 'neutral',
  CLOSED: 'neutral',
};
export const taskStates = Object.keys(taskTones) as Task['state'][];

const standingTones: Record<ApprovalStepShown['standing'], Tone> = {
  AHEAD: 'neutral',
  OPEN: 'accent',
  DONE: 'ok',
};

export function ApprovalStateTag({ state }: Pick<ApprovalRow, 'state'>) {
  const { t } = useTranslation('approvals');
  return <Tag tone={approvalTones[state]}>{t(`state.${state}`)}</Tag>;
}

export function TaskStateTag({ state }: Pick<Task, 'state'>) {
  const { t } = useTranslation('approvals');
  return <Tag tone={taskTones[state]}>{t(`task.${state}`)}</Tag>;
}

export function StandingTag({ standing }: Pick<ApprovalStepShown, 'standing'>) {
  const { t } = useTranslation('approvals');
  return <Tag tone={standingTones[standing]}>{t(`standing.${standing}`)}</Tag>;
}

/** 0 is no secret and says nothing. */
export function LevelTag({ level }: { level: number }) {
  const { t } = useTranslation('approvals');
  if (level < 1 || level > 3) return null;
  return <Tag tone="danger">{t(`level.${level as 1 | 2 | 3}`)}</Tag>;
}

/** A term that has passed says so in a word. */
export function OverdueTag({ overdue }: Pick<Task, 'overdue'>) {
  const { t } = useTranslation('approvals');
  return overdue ? <Tag tone="danger">{t('inbox.overdue')}</Tag> : null;
}

export function OnBehalfTag({ task }: { task: Pick<Task, 'person'> & { on_behalf: boolean } }) {
  const { t } = useTranslation('approvals');
  return task.on_behalf ? <Tag tone="warning">{t('inbox.onBehalf', { name: task.person.name })}</Tag> : null;
}
