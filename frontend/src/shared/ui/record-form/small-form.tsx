import { type ReactNode, useMemo } from 'react';
import type { Field, Section, Values } from './fields';
import { RecordForm } from './record-form';

type Props<Saved> = {
  label: string;
  /** What the act brings about, above its fields. */
  hint?: ReactNode;
  /** None where the act asks for nothing. */
  fields?: readonly Field[];
  /** A part of its own beneath the fields. */
  further?: Section | null;
  initial?: Values;
  submitLabel?: string;
  /** The act cannot be undone. */
  danger?: boolean;
  /** The body holds only what was filled in. */
  save: (body: Values, key: string) => Promise<Saved>;
  /** Where what the service answered is shown next; else the form is done. */
  onSaved?: (saved: Saved) => void;
  onDone: () => void;
  onValues?: (values: Values) => void;
};

const nothing: Values = {};
const none: readonly Field[] = [];

/** The form of one act: a single section, sent as a whole. */
export function SmallForm<Saved>(props: Props<Saved>) {
  const {
    label,
    hint,
    fields = none,
    further = null,
    initial = nothing,
    submitLabel,
    danger,
    save,
    onSaved,
    onDone,
    onValues,
  } = props;
  const sections = useMemo(() => {
    const own = { id: 'act', title: label, fields };
    return further ? [own, further] : [own];
  }, [label, fields, further]);
  return (
    <>
      {hint ? <div className="zd-form-said">{hint}</div> : null}
      <RecordForm
        label={label}
        sections={sections}
        initial={initial}
        target={{ mode: 'CREATE', save: (body: Values, key) => save(body, key) }}
        submitLabel={submitLabel ?? label}
        danger={danger}
        onSaved={onSaved ?? onDone}
        onCancel={onDone}
        onValues={onValues}
      />
    </>
  );
}
