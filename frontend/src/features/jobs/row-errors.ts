import { nameOfPointer } from '@/shared/ui/record-form/merge';

export type RowError = {
  column: string | null;
  field: string | null;
  detail: string;
  clauses: { id: string; title?: string }[];
};

const textIn = (from: object, name: string): string | null => {
  const value: unknown = Reflect.get(from, name);
  return typeof value === 'string' && value !== '' ? value : null;
};

function clausesIn(from: object): RowError['clauses'] {
  const listed: unknown = Reflect.get(from, 'clauses');
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((clause: unknown) => {
    if (typeof clause !== 'object' || clause === null) return [];
    const id = textIn(clause, 'id');
    return id ? [{ id, title: textIn(clause, 'title') ?? undefined }] : [];
  });
}

/** The errors of a job's row, which are kept as JSON: which cell, which field, what is wrong with it. */
export function rowErrors(errors: unknown): RowError[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    if (typeof error !== 'object' || error === null) return [];
    const params: unknown = Reflect.get(error, 'params');
    const column = typeof params === 'object' && params !== null ? textIn(params, 'column') : null;
    const pointer = textIn(error, 'pointer');
    const detail = textIn(error, 'detail') ?? textIn(error, 'code') ?? '';
    return [
      {
        column,
        field: pointer ? nameOfPointer(pointer.replace(/^\/input\//, '/')) : null,
        detail,
        clauses: clausesIn(error),
      },
    ];
  });
}
