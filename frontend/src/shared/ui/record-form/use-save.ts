import { useRef, useState } from 'react';
import { asProblem, type ProblemError } from '@/shared/api/problem';
import { allFields, type Section, type Values } from './fields';
import { type Conflict, conflictsOf, filledIn, mergePatch, rebased } from './merge';

export type Versioned = { values: Values; version: number };

export type SaveTarget =
  /** A new record: `save` gets what was filled in. */
  | { mode: 'CREATE'; save: (body: never, key: string) => Promise<unknown> }
  /** A change: `save` gets the merge patch and the version it was made on; `latest` reads the record anew. */
  | {
      mode: 'CHANGE';
      version: number;
      save: (patch: never, version: number) => Promise<unknown>;
      latest: () => Promise<Versioned>;
    };

type Stale = { conflicts: Conflict[]; mine: Values; theirs: Versioned };

type SaveState = {
  isSaving: boolean;
  problem: ProblemError | null;
  stale: Stale | null;
  /** True when the record was stored; false when there is something left to put right. */
  submit: (mine: Values) => Promise<boolean>;
  decide: (takeTheirs: ReadonlySet<string>) => Promise<Values | null>;
  giveUp: () => void;
};

type Outcome = { done: true } | { done: false; problem: ProblemError };

async function attempt(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    await work();
    return { done: true };
  } catch (error) {
    return { done: false, problem: asProblem(error) };
  }
}

export function useSave(sections: readonly Section[], initial: Values, target: SaveTarget): SaveState {
  const fields = allFields(sections);
  // The base moves on with each merge, so that a second stale save compares with what was last seen.
  const base = useRef<Versioned>({ values: initial, version: target.mode === 'CHANGE' ? target.version : 0 });
  // One key for one intended record: a retry after a lost answer must not create it twice.
  const key = useRef(crypto.randomUUID());
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [stale, setStale] = useState<Stale | null>(null);

  const send = (mine: Values): Promise<Outcome> => {
    if (target.mode === 'CREATE')
      return attempt(() => target.save(filledIn(fields, mine) as never, key.current));
    const patch = mergePatch(fields, base.current.values, mine);
    return attempt(() => target.save(patch as never, base.current.version));
  };
  const merge = async (mine: Values): Promise<boolean> => {
    if (target.mode !== 'CHANGE') return false;
    const theirs = await target.latest();
    const conflicts = conflictsOf(fields, base.current.values, mine, theirs.values);
    if (conflicts.length > 0) {
      setStale({ conflicts, mine, theirs });
      return false;
    }
    const merged = rebased(fields, base.current.values, mine, theirs.values, new Set());
    base.current = theirs;
    return submit(merged);
  };
  const submit = async (mine: Values): Promise<boolean> => {
    setSaving(true);
    setProblem(null);
    try {
      const outcome = await send(mine);
      if (outcome.done) return true;
      // A body refused is mended before it goes again, and another body needs another key.
      if (outcome.problem.status >= 400 && outcome.problem.status < 500) key.current = crypto.randomUUID();
      if (outcome.problem.isStale && target.mode === 'CHANGE') return await merge(mine);
      setProblem(outcome.problem);
      return false;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setSaving(false);
    }
  };
  const decide = async (takeTheirs: ReadonlySet<string>): Promise<Values | null> => {
    if (!stale) return null;
    const merged = rebased(fields, base.current.values, stale.mine, stale.theirs.values, takeTheirs);
    base.current = stale.theirs;
    setStale(null);
    return (await submit(merged)) ? merged : null;
  };
  return { isSaving, problem, stale, submit, decide, giveUp: () => setStale(null) };
}
