import type { Values } from '@/shared/ui/record-form/fields';
import type { Condition, Definition, Fact, FlowInput, Step } from './queries';

/**
 * In the form a step keeps the name under which it came in, `s1`, wherever it is moved to; its place is in
 * `order`. A condition stands under its fact. Both are how a refusal of the service finds its field.
 */
export type Order = readonly string[];

/** As many steps as the service takes. */
export const mostSteps = 20;
const names = Array.from({ length: 3 * mostSteps }, (_, at) => `s${at + 1}`);

/** A name that no step ever had: what was typed into one that was removed must not come back. */
export function nextName(used: ReadonlySet<string>): string | undefined {
  return names.find((name) => !used.has(name));
}

const newStep: Values = {
  approver: { by: 'ROLE', within: 'ANYWHERE', levels: 1 },
  mode: 'ANY',
  together: false,
};

type Group = { any_of: string[] | null; min?: string | null; below?: string | null };
const higher = (a: string, b: string) => (Number(a) >= Number(b) ? a : b);
const lower = (a: string, b: string) => (Number(a) <= Number(b) ? a : b);
const both = (pick: (a: string, b: string) => string, a?: string | null, b?: string | null) =>
  a && b ? pick(a, b) : (a ?? b);

/** Several conditions on one fact hold together: the form has one place for what is left of them. */
export function conditionValues(conditions: readonly Condition[] = []): Values {
  const groups = new Map<string, Group>();
  for (const { fact, any_of, min, below } of conditions) {
    const held = groups.get(fact) ?? { any_of: null };
    const among = any_of?.length ? any_of : null;
    groups.set(fact, {
      any_of:
        held.any_of && among ? held.any_of.filter((one) => among.includes(one)) : (held.any_of ?? among),
      min: both(higher, held.min, min),
      below: both(lower, held.below, below),
    });
  }
  return Object.fromEntries(
    [...groups].map(([fact, { any_of, min, below }]) => [fact, any_of ?? { min, below }]),
  );
}

function stepValues(step: Step, nameOf: (key: string) => string | undefined): Values {
  const { approver, excludes = [], conditions, clauses = [] } = step;
  return {
    ...newStep,
    key: step.key,
    name: step.name,
    approver: { ...(newStep.approver as Values), ...approver },
    mode: step.mode,
    together: step.together ?? false,
    due_minutes: step.due_minutes ?? null,
    excludes: excludes.flatMap((key) => nameOf(key) ?? []),
    conditions: conditionValues(conditions),
    clauses,
  };
}

/** A definition as the form holds it, with the steps that may still be added ready to be filled in. */
export function formValues(definition: Definition | null): { values: Values; order: Order } {
  const steps = definition?.steps ?? [];
  const order = names.slice(0, Math.max(1, steps.length));
  const nameOf = (key: string) => order[steps.findIndex((step) => step.key === key)];
  const filled = names.map((name, at) => {
    const step = steps[at];
    return [name, step ? stepValues(step, nameOf) : newStep];
  });
  return {
    order,
    values: {
      name: definition?.name ?? null,
      enabled: definition?.enabled ?? true,
      priority: definition?.priority ?? 100,
      conditions: conditionValues(definition?.conditions),
      steps: Object.fromEntries(filled),
    },
  };
}

const part = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {};
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const amount = (value: unknown) => (value === null || value === undefined ? null : String(value));

function conditionsOf(values: unknown, facts: readonly Fact[]): Condition[] {
  const held = part(values);
  return facts.flatMap(({ name, choices }): Condition[] => {
    if (choices.length > 0) {
      const any_of = texts(held[name]);
      return any_of.length > 0 ? [{ fact: name, any_of }] : [];
    }
    const { min, below } = part(held[name]);
    return min || below ? [{ fact: name, min: amount(min), below: amount(below) }] : [];
  });
}

function stepOf(values: Values, keyOf: (name: string) => string, facts: readonly Fact[], at: number): Step {
  const { by, role, within, levels, people } = part(values.approver);
  return {
    key: String(values.key ?? ''),
    name: String(values.name ?? ''),
    approver: {
      by: by as Step['approver']['by'],
      ...(by === 'ROLE' ? { role: String(role ?? ''), within: within as 'ANYWHERE' } : {}),
      ...(by === 'SUPERIOR' ? { levels: Number(levels ?? 1) } : {}),
      ...(by === 'PEOPLE' ? { people: texts(people) } : {}),
    },
    mode: values.mode as Step['mode'],
    together: at > 0 && values.together === true,
    due_minutes: typeof values.due_minutes === 'number' ? values.due_minutes : null,
    excludes: texts(values.excludes).map(keyOf),
    conditions: conditionsOf(values.conditions, facts),
    clauses: texts(values.clauses),
  };
}

/** What the form holds as the service takes it. */
export function flowInput(
  body: Values,
  order: Order,
  facts: readonly Fact[],
): Pick<FlowInput, 'definition' | 'effective_from' | 'reason'> {
  const { name, enabled, priority, conditions, steps } = part(body.definition);
  const stepNamed = (one: string) => part(part(steps)[one]);
  const keyOf = (one: string) => String(stepNamed(one).key ?? '');
  // One that was removed since excludes nobody any more.
  const kept = (one: string): Values => {
    const values = stepNamed(one);
    return { ...values, excludes: texts(values.excludes).filter((other) => order.includes(other)) };
  };
  return {
    definition: {
      name: String(name ?? ''),
      enabled: enabled === true,
      priority: Number(priority ?? 0),
      conditions: conditionsOf(conditions, facts),
      steps: order.map((one, at) => stepOf(kept(one), keyOf, facts, at)),
    },
    effective_from: String(body.effective_from ?? ''),
    reason: String(body.reason ?? ''),
  };
}

/** Where a pointer of the service stands in the form. */
export function placeOf(pointer: string, order: Order, sent: Definition): string {
  const [, root, list, at, ...rest] = pointer.split('/');
  if (root !== 'definition' || at === undefined) return pointer;
  if (list === 'conditions') return ['', root, list, ...factPath(sent.conditions, at, rest)].join('/');
  if (list !== 'steps') return pointer;
  const step = order[Number(at)] ?? at;
  const [inner, nth, ...more] = rest;
  if (inner !== 'conditions' || nth === undefined) return ['', root, list, step, ...rest].join('/');
  const conditions = sent.steps[Number(at)]?.conditions;
  return ['', root, list, step, inner, ...factPath(conditions, nth, more)].join('/');
}

function factPath(conditions: readonly Condition[] = [], at: string, rest: readonly string[]): string[] {
  const condition = conditions[Number(at)];
  if (!condition) return [at, ...rest];
  // A choice has one field; an amount has one for each of its bounds.
  return condition.any_of?.length ? [condition.fact] : [condition.fact, ...rest];
}
