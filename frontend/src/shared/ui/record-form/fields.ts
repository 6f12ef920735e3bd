import type { ReactNode } from 'react';
import type { components } from '@/shared/api/schema';

export type FieldValue = unknown;
export type Values = Record<string, unknown>;

type Base = {
  /** Where the value sits in the record: `name`, `traits.culture`. The server's pointers say the same. */
  name: string;
  label: string;
  required?: boolean;
  /** What is said where a required field was left empty, if not the usual words. */
  missing?: string;
  help?: ReactNode;
  /** Takes the whole width of the form. */
  wide?: boolean;
  disabled?: boolean;
};
type Options = readonly { value: string | number; label: string }[];

export type Field = Base &
  (
    | {
        kind: 'text';
        max?: number;
        type?: 'text' | 'email' | 'tel' | 'url' | 'password';
        autoComplete?: string;
      }
    | { kind: 'long-text'; max?: number }
    | { kind: 'number'; min?: number; max?: number; unit?: string }
    | { kind: 'money'; currency?: components['schemas']['Money']['currency'] }
    | { kind: 'date' | 'person' | 'department' | 'yes-no' | 'tags' }
    | { kind: 'choice' | 'choices'; options: Options }
    | { kind: 'custom'; control: ReactNode; show: (value: FieldValue) => ReactNode }
  );

export type Section = {
  id: string;
  title: string;
  hint?: string;
  /** What is done with the section as a whole, beside its title. */
  tools?: ReactNode;
  fields: readonly Field[];
};

export function pathOf(name: string): string[] {
  return name.split('.');
}

export function allFields(sections: readonly Section[]): Field[] {
  return sections.flatMap(({ fields }) => fields);
}
