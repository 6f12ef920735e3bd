import { useTranslation } from 'react-i18next';
import { useRoles } from '@/features/organisation/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { FlowPicture } from '../flow-picture';
import { ExcludesText, TermText } from '../step-notes';
import { Who } from '../who';
import { useConditionWords } from './condition-words';
import type { Definition, Flow, Step } from './queries';

/** What a flow names, by the names that the service gave with it. */
export type Named = Pick<Flow, 'subject' | 'people' | 'roles' | 'clauses'>;

/** A superior, or the head of a department, is one person. */
const isOfMany = ({ approver }: Step) =>
  approver.by === 'ROLE' || (approver.by === 'PEOPLE' && (approver.people?.length ?? 0) > 1);

type BodyProps = { step: Step; definition: Definition; named: Named };

function StepBody({ step, definition, named }: BodyProps) {
  const { t } = useTranslation('approvals');
  const conditions = useConditionWords(named.subject);
  // A form names roles that the flow did not name yet.
  const others = useRoles();
  const roles = [...named.roles, ...(others.data?.items ?? [])];
  const titles = new Map(named.clauses.map(({ id, title }) => [id, title]));
  return (
    <>
      <Who approver={step.approver} people={named.people} roles={roles} />
      {isOfMany(step) ? <p className="zd-muted">{t(`mode.${step.mode}`)}</p> : null}
      {step.due_minutes ? <TermText minutes={step.due_minutes} /> : null}
      <ExcludesText keys={step.excludes ?? []} steps={definition.steps} />
      {step.conditions?.length ? (
        <p>{t('condition.only', { conditions: conditions(step.conditions) })}</p>
      ) : null}
      <ClauseList clauses={(step.clauses ?? []).map((id) => ({ id, title: titles.get(id) }))} />
    </>
  );
}

type Props = { label: string; definition: Definition; named: Named };

/** A flow as it was set: who decides in which order. */
export function DefinitionPicture({ label, definition, named }: Props) {
  return (
    <FlowPicture
      label={label}
      steps={definition.steps.map((step) => ({
        key: step.key,
        name: step.name,
        together: step.together,
        body: <StepBody step={step} definition={definition} named={named} />,
      }))}
    />
  );
}
