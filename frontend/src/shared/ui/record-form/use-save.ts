import { useRef, useState } from 'react';
import { asProblem, type ProblemError } from '@/shared/api/problem';
import { allFields, type Section, type Values } from './fields';
import { type Conflict, conflictsOf, filledIn, mergePatch, rebased } from './merge';

export type Versioned = { values: Values; version: number };

export type SaveTarget<Saved> =
  /** A new record: `save` gets what was filled in. */
  | { mode: 'CREATE'; save: (body: never, key: string) => Promise<Saved> }
  /**
   * A change: `save` gets the merge patch, the version it was made on, and a key for where the change is handed
   * in as a record of its own; `latest` reads the record anew.
   */
  | {
      mode: 'CHANGE';
      version: number;
      save: (patch: never, version: number, key: string) => Promise<Saved>;
      latest: () => Promise<Versioned>;
    };

type Stale = { conflicts: Conflict[]; mine: Values; theirs: Versioned };

/** What the service answered to a save. */
export type Done<Saved> = { saved: Saved };

type SaveState<Saved> = {
  isSaving: boolean;
  problem: ProblemError | null;
  stale: Stale | null;
  /** Null when there is something left to put right. */
  submit: (mine: Values) => Promise<Done<Saved> | null>;
  decide: (takeTheirs: ReadonlySet<string>) => Promise<Done<Saved> | null>;
  giveUp: () => void;
};

type Outcome<Saved> = { done: Done<Saved> } | { done: null; problem: ProblemError };

async function attempt<Saved>(work: () => Promise<Saved>): Promise<Outcome<Saved>> {
  try {
    return { done: { saved: await work() } };
  } catch (error) {
    return { done: null, problem: asProblem(error) };
  }
}

export function useSave<Saved>(
  sections: readonly Section[],
  initial: Values,
  target: SaveTarget<Saved>,
): SaveState<Saved> {
  const fields = allFields(sections);
  // The base moves on with each merge, so that a second stale save compares with what was last seen.
  const base = useRef<Versioned>({ values: initial, version: target.mode === 'CHANGE' ? target.version : 0 });
  // One key for one intended record: a retry after a lost answer must not create it twice.
  const key = useRef(crypto.randomUUID());
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [stale, setStale] = useState<Stale | null>(null);

  const send = (mine: Values): Promise<Outcome<Saved>> => {
    if (target.mode === 'CREATE')
      return attempt(() => target.save(filledIn(fields, mine) as never, key.current));
    const patch = mergePatch(fields, base.current.values, mine);
    return attempt(() => target.save(patch as never, base.current.version, key.current));
  };
  const merge = async (mine: Values): Promise<Done<Saved> | null> => {
    if (target.mode !== 'CHANGE') return null;
    const theirs = await target.latest();
    const conflicts = conflictsOf(fields, base.current.values, mine, theirs.values);
    if (conflicts.length > 0) {
      setStale({ conflicts, mine, theirs });
      return null;
    }
    const merged = rebased(fields, base.current.values, mine, theirs.values, new Set());
    base.current = theirs;
    return submit(merged);
  };
  const submit = async (mine: Values): Promise<Done<Saved> | null> => {
    setSaving(true);
    setProblem(null);
    try {
      const outcome = await send(mine);
      if (outcome.done) return outcome.done;
      // A body refused is mended before it goes again, and another body needs another key.
      if (outcome.problem.status >= 400 && outcome.problem.status < 500) key.current = crypto.randomUUID();
      if (outcome.problem.isStale && target.mode === 'CHANGE') return await merge(mine);
      setProblem(outcome.problem);
      return null;
    } catch (error) {
      setProblem(asProblem(error));
      return null;
    } finally {
      setSaving(false);
    }
  };
  const decide = async (takeTheirs: ReadonlySet<string>): Promise<Done<Saved> | null> => {
    if (!stale) return null;
    const merged = rebased(fields, base.current.values, stale.mine, stale.theirs.values, takeTheirs);
    base.current = stale.theirs;
    setStale(null);
    return submit(merged);
  };
  return { isSaving, problem, stale, submit, decide, giveUp: () => setStale(null) };
}
