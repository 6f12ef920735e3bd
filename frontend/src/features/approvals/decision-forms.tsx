import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { TimeInput } from '@/shared/ui/pickers/time-input';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { TimeText } from '@/shared/ui/values/values';
import { stagesOf } from './flow-picture';
import {
  type Approval,
  addApprover,
  approve,
  handOver,
  reject,
  sendBack,
  type TaskDetail,
  takeAcrossLevels,
  useApprovalsChanged,
} from './queries';

export type ActName = 'approve' | 'reject' | 'send-back' | 'add-approver' | 'hand-over' | 'across-levels';

/** Not a key of a step: those are of small letters. */
const requester = 'REQUESTER';

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const optional = (value: unknown) => (typeof value === 'string' ? value : null);

type Send = (task: TaskDetail, values: Values, key: string, contentHash: string) => Promise<unknown>;

/** What each act sends: the version of the task, and for an approval the content that was looked at. */
const sending: Record<ActName, Send> = {
  approve: (task, { comment, evidence }, key, content_hash) =>
    approve(task, { content_hash, comment: optional(comment), evidence: optional(evidence) }, key),
  reject: (task, { comment, evidence }, key) =>
    reject(task, { comment: text(comment), evidence: optional(evidence) }, key),
  'send-back': (task, { comment, to_step }, key) =>
    sendBack(task, { comment: text(comment), to_step: to_step === requester ? null : text(to_step) }, key),
  'add-approver': (task, { person_id, when, comment }, key) =>
    addApprover(
      task,
      { person_id: text(person_id), when: when === 'AFTER' ? 'AFTER' : 'BEFORE', comment: text(comment) },
      key,
    ),
  'hand-over': (task, { person_id, comment }, key) =>
    handOver(task, { person_id: text(person_id), comment: text(comment) }, key),
  'across-levels': (task, { confirmed_at, comment }, key) =>
    takeAcrossLevels(task, { confirmed_at: text(confirmed_at), comment: text(comment) }, key),
};

const initial: Partial<Record<ActName, Values>> = {
  'send-back': { to_step: requester },
  'add-approver': { when: 'BEFORE' },
};
const nothing: Values = {};

type Steps = Approval['steps'];

/** The steps that were over before this one opened. */
function earlierSteps(steps: Steps, key: string): Steps {
  const stages = stagesOf(steps);
  const here = stages.findIndex((stage) => stage.some((step) => step.key === key));
  return stages.slice(0, Math.max(0, here)).flat();
}

function useFields(act: ActName, steps: Steps, step: string): Field[] {
  const { t } = useTranslation('approvals');
  return useMemo(() => {
    const comment = (required: boolean): Field => ({
      kind: 'long-text',
      name: 'comment',
      label: t('decide.comment'),
      required,
      max: 1000,
    });
    const evidence: Field = {
      kind: 'text',
      name: 'evidence',
      label: t('decide.evidence'),
      help: t('decide.evidenceHint'),
      max: 500,
      wide: true,
    };
    const person: Field = { kind: 'person', name: 'person_id', label: t('decide.person'), required: true };
    switch (act) {
      case 'approve':
        return [comment(false), evidence];
      case 'reject':
        return [comment(true), evidence];
      case 'send-back': {
        const before = earlierSteps(steps, step).map(({ key, name }) => ({ value: key, label: name }));
        const options = [{ value: requester, label: t('decide.requester') }, ...before];
        return [
          { kind: 'choice', name: 'to_step', label: t('decide.toStep'), required: true, options },
          comment(true),
        ];
      }
      case 'add-approver': {
        const options = (['BEFORE', 'AFTER'] as const).map((value) => ({
          value,
          label: t(`decide.${value}`),
        }));
        return [
          person,
          { kind: 'choice', name: 'when', label: t('decide.when'), required: true, options },
          comment(true),
        ];
      }
      case 'hand-over':
        return [person, comment(true)];
      case 'across-levels':
        return [
          {
            kind: 'custom',
            name: 'confirmed_at',
            label: t('decide.confirmedAt'),
            required: true,
            control: <TimeInput past />,
            show: (value) => <TimeText value={text(value)} />,
          },
          { ...comment(true), label: t('decide.note') },
        ];
    }
  }, [t, act, steps, step]);
}

/** The approval is another than the one that was looked at: it is read anew before anything more is said. */
function hasMovedOn(error: unknown): boolean {
  const { isStale, code } = asProblem(error);
  return isStale || ['APPROVAL_CONTENT_CHANGED', 'APPROVAL_SETTLED', 'APPROVAL_ENDED'].includes(code);
}

type Props = {
  act: ActName;
  task: TaskDetail;
  /** What is on the screen. */
  approval: Pick<Approval, 'content_hash' | 'steps' | 'subject_kind'>;
  /** Told of a refusal after which the page is another one. */
  onMoved: (error: unknown) => void;
  done: () => void;
};

/** The form of one act on a task. Nothing shows before the service has accepted it. */
export function DecisionForm({ act, task, approval, onMoved, done }: Props) {
  const { t } = useTranslation('approvals');
  const { message } = App.useApp();
  const changed = useApprovalsChanged();
  const fields = useFields(act, approval.steps, task.step);
  const label = t(`decide.${act}`);
  return (
    <SmallForm
      label={label}
      fields={fields}
      initial={initial[act] ?? nothing}
      save={async (values, key) => {
        try {
          await sending[act](task, values, key, approval.content_hash);
          message.success(t('decide.done', { action: label }));
        } catch (error) {
          if (!hasMovedOn(error)) throw error;
          onMoved(error);
        }
        await changed([approval.subject_kind]);
      }}
      onDone={done}
    />
  );
}
