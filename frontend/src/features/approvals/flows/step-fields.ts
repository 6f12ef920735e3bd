import type { Field, Values } from '@/shared/ui/record-form/fields';
import { valueAt } from '@/shared/ui/record-form/merge';
import type { Order } from './mapping';
import type { Fact } from './queries';
import type { FormWords } from './use-form-words';

const optionsOf = (facts: Fact) => facts.choices.map(({ value, text }) => ({ value, label: text }));

/** What may be asked about a record: a choice by its values, an amount by its bounds. */
export function conditionFields(
  at: string,
  facts: readonly Fact[],
  { t }: FormWords,
  choiceLabel: (fact: string) => string,
): Field[] {
  return facts.flatMap((fact): Field[] => {
    const name = `${at}.conditions.${fact.name}`;
    if (fact.choices.length > 0) {
      return [{ kind: 'choices', name, label: choiceLabel(fact.text), options: optionsOf(fact), wide: true }];
    }
    return [
      { kind: 'text', name: `${name}.min`, label: t('form.atLeast', { fact: fact.text }), max: 20 },
      { kind: 'text', name: `${name}.below`, label: t('form.lessThan', { fact: fact.text }), max: 20 },
    ];
  });
}

/** What an approver of this sort needs to be known by. */
function approverFields(at: string, by: unknown, words: FormWords): Field[] {
  const { t } = words;
  switch (by) {
    case 'ROLE':
      return [
        words.role(`${at}.role`),
        {
          kind: 'choice',
          name: `${at}.within`,
          label: t('form.within'),
          required: true,
          options: words.within,
        },
      ];
    case 'SUPERIOR':
      return [
        { kind: 'number', name: `${at}.levels`, label: t('form.levels'), required: true, min: 1, max: 5 },
      ];
    case 'PEOPLE':
      return [words.people(`${at}.people`)];
    default:
      return [];
  }
}

type StepPlace = { step: string; order: Order; values: Values; facts: readonly Fact[] };

/** The fields of one step; the other steps are what it may exclude. */
export function stepFields({ step, order, values, facts }: StepPlace, words: FormWords): Field[] {
  const { t } = words;
  const at = `definition.steps.${step}`;
  const isFirst = order[0] === step;
  const others = order
    .filter((one) => one !== step)
    .map((one) => ({ value: one, label: words.stepLabel(one, order, values) }));
  const fields: Field[] = [
    { kind: 'text', name: `${at}.name`, label: t('form.stepName'), required: true, max: 60 },
    {
      kind: 'text',
      name: `${at}.key`,
      label: t('form.stepKey'),
      help: t('form.codeHint'),
      required: true,
      max: 40,
    },
    { kind: 'choice', name: `${at}.approver.by`, label: t('form.by'), required: true, options: words.by },
    ...approverFields(`${at}.approver`, valueAt(values, `${at}.approver.by`), words),
    { kind: 'choice', name: `${at}.mode`, label: t('form.mode'), required: true, options: words.modes },
    {
      kind: 'number',
      name: `${at}.due_minutes`,
      label: t('form.due'),
      min: 1,
      max: 100_000,
      unit: t('form.minutes'),
    },
    { kind: 'tags', name: `${at}.clauses`, label: t('form.clauses') },
  ];
  const together: Field = { kind: 'yes-no', name: `${at}.together`, label: t('form.together') };
  const excludes: Field = {
    kind: 'choices',
    name: `${at}.excludes`,
    label: t('form.excludes'),
    options: others,
    wide: true,
  };
  const onlyWhen = conditionFields(at, facts, words, (fact) => t('form.onlyWhen', { fact }));
  return [...fields, ...(isFirst ? [] : [together]), ...(others.length > 0 ? [excludes] : []), ...onlyWhen];
}
