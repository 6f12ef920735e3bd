import { Button, Form, type FormRule } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '@/shared/format/date';
import { ProblemAlert } from '../feedback/problem-alert';
import { type DraftName, useDraft } from './draft';
import { FieldControl } from './field-control';
import { allFields, type Field, pathOf, type Section, type Values } from './fields';
import { LeaveGuard } from './leave-guard';
import { sameValue, valueAt } from './merge';
import './record-form.css';
import { useRefusals } from './refusals';
import { StaleDialog } from './stale-dialog';
import { type Done, type SaveTarget, useSave } from './use-save';

type Props<Saved> = {
  label: string;
  sections: readonly Section[];
  initial: Values;
  target: SaveTarget<Saved>;
  draft?: DraftName;
  submitLabel?: string;
  /** What is saved cannot be undone. */
  danger?: boolean;
  /** What is said beside the buttons while one writes. */
  notice?: ReactNode;
  /** Gets what `save` answered. */
  onSaved: (saved: Saved) => void;
  onCancel?: () => void;
  onValues?: (values: Values) => void;
};

/**
 * Any further key beside `required` and its words makes the rule one for text, which lists, figures and yes or no
 * break.
 */
function rulesOf(field: Field): FormRule[] {
  const { kind, required, missing: message } = field;
  const isText = kind === 'text' || kind === 'long-text';
  const asked: FormRule[] = required
    ? [isText ? { required, whitespace: true, message } : { required, message }]
    : [];
  if (kind !== 'number' || (field.min === undefined && field.max === undefined)) return asked;
  return [...asked, { type: 'number', min: field.min, max: field.max }];
}

function FieldItem({ field }: { field: Field }) {
  return (
    <div className="zd-form-field" data-wide={field.wide ?? field.kind === 'long-text'}>
      <Form.Item name={pathOf(field.name)} label={field.label} extra={field.help} rules={rulesOf(field)}>
        <FieldControl field={field} />
      </Form.Item>
    </div>
  );
}

/** The form of a record: sections of fields, the server's refusals on their fields, drafts, and no lost update. */
export function RecordForm<Saved>(props: Props<Saved>) {
  const { label, sections, initial, target, draft: draftName, onSaved, onCancel, onValues } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const save = useSave(sections, initial, target);
  const draft = useDraft(draftName);
  const [done, setDone] = useState<Done<Saved> | null>(null);
  const isLeaving = useRef(false);
  const fields = allFields(sections);
  const isDirty = () =>
    !isLeaving.current &&
    fields.some(({ name }) => !sameValue(valueAt(initial, name), valueAt(form.getFieldsValue(true), name)));

  const refusals = useRefusals(form, sections, save.problem);

  const finish = (stored: Done<Saved> | null) => {
    if (!stored) return;
    isLeaving.current = true;
    draft.forget();
    setDone(stored);
  };
  // The guard must see the form as saved before anyone navigates away from it.
  useEffect(() => {
    if (done) onSaved(done.saved);
  }, [done, onSaved]);

  const submit = async () => finish(await save.submit(form.getFieldsValue(true)));
  const decide = async (takeTheirs: ReadonlySet<string>) => finish(await save.decide(takeTheirs));
  const takeDraft = () => {
    if (!draft.found) return;
    form.setFieldsValue(draft.found.content);
    const values = form.getFieldsValue(true);
    draft.keep(values);
    // What else is asked for hangs on the values, also on those of another time.
    onValues?.(values);
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="zd-form"
      aria-label={label}
      initialValues={initial}
      onFinish={submit}
      onFinishFailed={refusals.recall}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={() => {
        refusals.heed();
        const values = form.getFieldsValue(true);
        draft.keep(values);
        onValues?.(values);
      }}
    >
      {draft.found ? (
        <div className="zd-form-draft" role="status">
          {t('form.draftFound', { time: formatTime(draft.found.updated_at) })}
          <Button size="small" onClick={takeDraft}>
            {t('form.draftTake')}
          </Button>
          <Button size="small" type="text" onClick={draft.forget}>
            {t('form.draftForget')}
          </Button>
        </div>
      ) : null}
      {save.problem && !refusals.areOnFields ? <ProblemAlert error={save.problem} /> : null}
      {sections.map((section) => (
        <section key={section.id} className="zd-form-section" aria-labelledby={`section-${section.id}`}>
          {section.tools ? (
            <div className="zd-spread">
              <h2 id={`section-${section.id}`}>{section.title}</h2>
              {section.tools}
            </div>
          ) : (
            <h2 id={`section-${section.id}`}>{section.title}</h2>
          )}
          {section.hint ? <p className="zd-muted">{section.hint}</p> : null}
          <div className="zd-form-grid">
            {section.fields.map((field) => (
              <FieldItem key={field.name} field={field} />
            ))}
          </div>
        </section>
      ))}
      <div className="zd-form-foot">
        <div>
          {props.notice}
          <span className="zd-muted" aria-live="polite">
            {draft.savedAt ? t('form.draftSaved', { time: formatTime(draft.savedAt.toISOString()) }) : null}
          </span>
        </div>
        {onCancel ? <Button onClick={onCancel}>{t('action.cancel')}</Button> : null}
        <Button type="primary" danger={props.danger} htmlType="submit" loading={save.isSaving}>
          {props.submitLabel ?? t('action.save')}
        </Button>
      </div>
      <LeaveGuard isDirty={isDirty} />
      {save.stale ? (
        <StaleDialog conflicts={save.stale.conflicts} onDecide={decide} onCancel={save.giveUp} />
      ) : null}
    </Form>
  );
}
