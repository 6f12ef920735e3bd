import type { ReactNode } from 'react';
import { PlainText } from '../values/values';
import './record.css';

type Change = { field: string; label: string; before: ReactNode; after: ReactNode };

/** What changed, field by field: the old value struck out, then the new. */
export function FieldChanges({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="zd-changes">
      {changes.map(({ field, label, before, after }) => (
        <li key={field}>
          <span className="zd-muted">{label}</span> <del>{before}</del>{' '}
          <ins>{typeof after === 'string' ? <PlainText value={after} /> : after}</ins>
        </li>
      ))}
    </ul>
  );
}
