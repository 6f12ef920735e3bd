import { useTranslation } from 'react-i18next';
import { useRoles } from '@/features/organisation/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { usePersonName } from '@/shared/ui/pickers/names';
import { FlowPicture } from '../flow-picture';
import { ExcludesText, TermText } from '../step-notes';
import { useConditionWords } from './condition-words';
import type { Definition, Flow, Step } from './queries';

/** What a flow names, by the names that the service gave with it. */
export type Named = Pick<Flow, 'subject' | 'people' | 'roles' | 'clauses'>;

function PersonName({ id, people }: { id: string; people: Named['people'] }) {
  const known = people.find((one) => one.id === id)?.name;
  const found = usePersonName(known ? null : id);
  return <li>{known ?? found ?? id}</li>;
}

/** Who decides: holders of a role, somebody above the requester, or people by name. */
function Who({ step, named }: { step: Step; named: Named }) {
  const { t } = useTranslation('approvals');
  const roles = useRoles();
  const { by, role, levels = 1, people = [], within = 'ANYWHERE' } = step.approver;
  const all = [...named.roles, ...(roles.data?.items ?? [])];
  switch (by) {
    case 'ROLE':
      return (
        <>
          <p>{t('who.ROLE', { role: all.find(({ code }) => code === role)?.name ?? role ?? '' })}</p>
          {within === 'ANYWHERE' ? null : <p className="zd-muted">{t(`within.${within}`)}</p>}
        </>
      );
    case 'SUPERIOR':
      return <p>{levels === 1 ? t('who.SUPERIOR') : t('who.SUPERIOR_UP', { count: levels })}</p>;
    case 'DEPARTMENT_HEAD':
      return <p>{t('who.DEPARTMENT_HEAD')}</p>;
    case 'PEOPLE':
      return (
        <ul aria-label={t('by.PEOPLE')}>
          {people.map((id) => (
            <PersonName key={id} id={id} people={named.people} />
          ))}
        </ul>
      );
  }
}

/** A superior, or the head of a department, is one person. */
const isOfMany = ({ approver }: Step) =>
  approver.by === 'ROLE' || (approver.by === 'PEOPLE' && (approver.people?.length ?? 0) > 1);

type BodyProps = { step: Step; definition: Definition; named: Named };

function StepBody({ step, definition, named }: BodyProps) {
  const { t } = useTranslation('approvals');
  const conditions = useConditionWords(named.subject);
  const titles = new Map(named.clauses.map(({ id, title }) => [id, title]));
  return (
    <>
      <Who step={step} named={named} />
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
