import { App } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { asProblem } from '@/shared/api/problem';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { flowInput, formValues, nextName, type Order, placeOf } from './mapping';
import { type Definition, type FlowInput, type Subject, setFlow, useFlowsChanged } from './queries';
import { conditionFields, stepFields } from './step-fields';
import { AddStep, StepTools } from './step-tools';
import { type FormWords, useFormWords } from './use-form-words';

/** The flow that gets another version; null where one is begun. */
export type Known = { code: string; subject: string; definition: Definition };

function beginFields({ t }: FormWords, subjects: readonly Subject[]): Field[] {
  const options = subjects.map(({ kind, name }) => ({ value: kind, label: name }));
  return [
    { kind: 'choice', name: 'subject', label: t('form.subject'), required: true, options },
    { kind: 'text', name: 'code', label: t('form.code'), help: t('form.codeHint'), required: true, max: 40 },
  ];
}

function generalFields({ t }: FormWords): Field[] {
  return [
    { kind: 'text', name: 'definition.name', label: t('form.name'), required: true, max: 60 },
    {
      kind: 'number',
      name: 'definition.priority',
      label: t('flow.priority'),
      help: t('flow.priorityHint'),
      required: true,
      min: 0,
      max: 1000,
    },
    { kind: 'yes-no', name: 'definition.enabled', label: t('form.enabled'), required: true },
  ];
}

function whenFields({ t }: FormWords): Field[] {
  return [
    { kind: 'date', name: 'effective_from', label: t('form.from'), required: true },
    { kind: 'long-text', name: 'reason', label: t('form.reason'), required: true, max: 500 },
  ];
}

/** The steps in their order, and what is done with them. */
function useSteps(first: Order) {
  const [steps, setSteps] = useState<{ order: Order; used: ReadonlySet<string> }>(() => ({
    order: first,
    used: new Set(first),
  }));
  const setOrder = useCallback((order: Order) => setSteps((held) => ({ ...held, order })), []);
  const add = useCallback(
    () =>
      setSteps((held) => {
        const name = nextName(held.used);
        return name ? { order: [...held.order, name], used: new Set([...held.used, name]) } : held;
      }),
    [],
  );
  return { order: steps.order, setOrder, add };
}

type SectionsOf = {
  known: Known | null;
  subjects: readonly Subject[];
  values: Values;
  steps: ReturnType<typeof useSteps>;
};

function useSections({ known, subjects, values, steps }: SectionsOf): Section[] {
  const words = useFormWords();
  const { t } = words;
  const { order, setOrder, add } = steps;
  return useMemo(() => {
    const subject = known?.subject ?? values.subject;
    const facts = subjects.find(({ kind }) => kind === subject)?.facts ?? [];
    const begin = known ? [] : beginFields(words, subjects);
    const conditions = conditionFields('definition', facts, words, (fact) => fact);
    const ofSteps = order.map((step) => {
      const title = words.stepLabel(step, order, values);
      return {
        id: `step-${step}`,
        title,
        tools: <StepTools step={step} label={title} order={order} onOrder={setOrder} />,
        fields: stepFields({ step, order, values, facts }, words),
      };
    });
    return [
      { id: 'general', title: t('form.general'), fields: [...begin, ...generalFields(words)] },
      ...(conditions.length > 0
        ? [{ id: 'applies', title: t('form.applies'), hint: t('form.appliesHint'), fields: conditions }]
        : []),
      ...ofSteps,
      {
        id: 'more',
        title: t('form.more'),
        hint: t('form.moreHint'),
        tools: <AddStep order={order} onAdd={add} />,
        fields: [],
      },
      { id: 'when', title: t('form.when'), fields: whenFields(words) },
    ];
  }, [known, subjects, values, words, t, order, setOrder, add]);
}

type Props = {
  label: string;
  known: Known | null;
  subjects: readonly Subject[];
  onDone: (code: string) => void;
  onCancel: () => void;
};

/** A flow from a date on, with the reason; what the service refuses stands at its field. */
export function FlowForm({ label, known, subjects, onDone, onCancel }: Props) {
  const { message } = App.useApp();
  const changed = useFlowsChanged();
  const begun = useMemo(() => formValues(known?.definition ?? null), [known]);
  const initial = useMemo<Values>(() => ({ definition: begun.values }), [begun]);
  const [values, setValues] = useState<Values>(initial);
  const steps = useSteps(begun.order);
  const sections = useSections({ known, subjects, values, steps });
  const { t } = useFormWords();
  const send = async (body: Values, key: string) => {
    const subject = known?.subject ?? String(body.subject ?? '');
    const facts = subjects.find(({ kind }) => kind === subject)?.facts ?? [];
    const input: FlowInput = {
      code: known?.code ?? String(body.code ?? ''),
      subject,
      ...flowInput(body, steps.order, facts),
    };
    try {
      await setFlow(input, key);
    } catch (error) {
      throw asProblem(error).pointingAt((pointer) => placeOf(pointer, steps.order, input.definition));
    }
    message.success(t('flow.saved'));
    await changed();
    return input.code;
  };
  return (
    <RecordForm
      label={label}
      sections={sections}
      initial={initial}
      target={{ mode: 'CREATE', save: send }}
      submitLabel={known ? t('flow.set') : t('flow.create')}
      onSaved={onDone}
      onCancel={onCancel}
      onValues={setValues}
    />
  );
}
