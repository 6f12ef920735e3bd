import type { FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ProblemError } from '@/shared/api/problem';
import { allFields, type Field, pathOf, type Section, type Values } from './fields';
import { fieldOfPointer, sameValue, valueAt } from './merge';

/** What the service said of a field, and the value it said it of. */
type Refusal = { errors: string[]; of: unknown };

function refusalsOf(problem: ProblemError, fields: readonly Field[], values: Values): Map<string, Refusal> {
  const found = new Map<string, Refusal>();
  for (const { pointer, detail } of problem.errors) {
    const field = fieldOfPointer(fields, pointer);
    if (!field) continue;
    const errors = [...(found.get(field.name)?.errors ?? []), detail];
    found.set(field.name, { errors, of: valueAt(values, field.name) });
  }
  return found;
}

/** Of the fields that were asked for when it came: one asked for since does not take it off the top. */
function isOnFields(problem: ProblemError | null, fields: readonly Field[]): boolean {
  if (!problem || problem.errors.length === 0) return false;
  return problem.errors.every(({ pointer }) => fieldOfPointer(fields, pointer) !== undefined);
}

export type Refusals = {
  /** Whether all that was said stands on its fields. */
  areOnFields: boolean;
  /** Takes back what was said of values that have changed since. */
  heed: () => void;
  /** Says again what still holds: a check of the page wipes what the service said. */
  recall: () => void;
};

/**
 * The service's refusals on their fields. Each is of the value that was sent: it goes with that value, and
 * no redrawing of the form brings it back, nor does the refusal of another field take it away.
 */
export function useRefusals(
  form: FormInstance<Values>,
  sections: readonly Section[],
  problem: ProblemError | null,
): Refusals {
  const held = useRef(new Map<string, Refusal>());
  const seen = useRef<ProblemError | null>(null);
  const [placed, setPlaced] = useState({ problem, areOnFields: false });
  const areOnFields =
    placed.problem === problem ? placed.areOnFields : isOnFields(problem, allFields(sections));
  const tell = (said: Iterable<[string, Refusal]>) =>
    form.setFields([...said].map(([name, { errors }]) => ({ name: pathOf(name), errors })));
  const silence = (names: Iterable<string>) =>
    form.setFields([...names].map((name) => ({ name: pathOf(name), errors: [] })));

  useEffect(() => {
    // Only once: a field that is asked for since the refusal is not yet wrong, and others were mended meanwhile.
    if (seen.current === problem) return;
    seen.current = problem;
    silence(held.current.keys());
    const fields = allFields(sections);
    held.current = problem ? refusalsOf(problem, fields, form.getFieldsValue(true)) : new Map();
    setPlaced({ problem, areOnFields: isOnFields(problem, fields) });
    tell(held.current);
    const [first] = held.current.keys();
    if (first !== undefined) form.scrollToField(pathOf(first), { focus: true, block: 'center' });
  });

  return {
    areOnFields,
    heed: () => {
      if (held.current.size === 0) return;
      const values = form.getFieldsValue(true);
      const settled = [...held.current].flatMap(([name, { of }]) =>
        sameValue(of, valueAt(values, name)) ? [] : [name],
      );
      silence(settled);
      for (const name of settled) held.current.delete(name);
    },
    recall: () => {
      tell([...held.current].filter(([name]) => form.getFieldError(pathOf(name)).length === 0));
    },
  };
}
