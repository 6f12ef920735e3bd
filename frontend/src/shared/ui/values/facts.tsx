import type { ReactNode } from 'react';
import './values.css';

export type Fact = { label: string; value: ReactNode; wide?: boolean };

/** Label and value pairs of a record, in as many columns as fit. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className="zd-facts">
      {items.map(({ label, value, wide }) => (
        <div key={label} data-wide={wide ?? false}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
