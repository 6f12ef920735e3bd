import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { DepartmentPicker } from '@/shared/ui/pickers/department-picker';
import { isWithin, NumberInput } from '@/shared/ui/pickers/number-input';
import { PersonPicker } from '@/shared/ui/pickers/person-picker';
import { changePlan, type Plan, type Target, useOversightChanged } from './queries';
import './oversight.css';

const figures = ['new_files', 'verifications', 'submissions', 'completeness'] as const;
const mostOf = (name: (typeof figures)[number]) => (name === 'completeness' ? 100 : 1_000_000);
const blank: Target = { new_files: 0, verifications: 0, submissions: 0, completeness: 0 };

type Draft = { key: number; target: Target };

function TargetFields({
  target,
  onChange,
  onRemove,
}: {
  target: Target;
  onChange: (target: Target) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('oversight');
  return (
    <fieldset className="zd-oversight-target">
      <legend className="zd-visually-hidden">{t('plan.target')}</legend>
      <div>
        <span className="zd-muted">{t('column.department')}</span>
        <DepartmentPicker
          aria-label={t('column.department')}
          value={target.department_id ?? null}
          onChange={(department_id) => onChange({ ...target, department_id })}
        />
      </div>
      <div>
        <span className="zd-muted">{t('column.owner')}</span>
        <PersonPicker
          aria-label={t('column.owner')}
          value={target.owner_id ?? null}
          onChange={(owner_id) => onChange({ ...target, owner_id })}
        />
      </div>
      {figures.map((name) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the input stands inside, where the rule does not look
        <label key={name}>
          <span className="zd-muted">{t(`plan.figure.${name}`)}</span>
          <NumberInput
            min={0}
            max={mostOf(name)}
            value={target[name]}
            onChange={(value) => onChange({ ...target, [name]: value ?? 0 })}
          />
        </label>
      ))}
      <Button icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
        {t('plan.removeTarget')}
      </Button>
    </fieldset>
  );
}

/** The targets of a draft; without department and owner a target is everybody's. */
export function TargetsEditor({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const { t } = useTranslation('oversight');
  const { message } = App.useApp();
  const changed = useOversightChanged();
  const [drafts, setDrafts] = useState<Draft[]>(() => plan.lines.map(({ target }, key) => ({ key, target })));
  const [next, setNext] = useState(plan.lines.length);
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const areWithin = drafts.every(({ target }) =>
    figures.every((name) => isWithin(target[name], 0, mostOf(name))),
  );
  const add = () => {
    setDrafts([...drafts, { key: next, target: blank }]);
    setNext(next + 1);
  };
  const save = async () => {
    setSaving(true);
    setError(null);
    try {
      await changePlan(
        plan,
        drafts.map(({ target }) => target),
      );
      message.success(t('saved'));
      await changed();
      onDone();
    } catch (failure) {
      setError(asProblem(failure));
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className="zd-oversight-targets">
      <p className="zd-muted">{t('plan.targetsHint')}</p>
      {drafts.map(({ key, target }) => (
        <TargetFields
          key={key}
          target={target}
          onChange={(changedTarget) =>
            setDrafts(drafts.map((one) => (one.key === key ? { key, target: changedTarget } : one)))
          }
          onRemove={() => setDrafts(drafts.filter((one) => one.key !== key))}
        />
      ))}
      {error ? <ProblemAlert error={error} compact /> : null}
      <div className="zd-row">
        <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('plan.addTarget')}
        </Button>
        <Button type="primary" disabled={!areWithin} loading={isSaving} onClick={save}>
          {t('plan.saveTargets')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </div>
  );
}
