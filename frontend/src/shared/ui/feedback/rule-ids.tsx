import { RecordLink } from '../navigation/record-link';
import './rule-ids.css';

type Clause = { id: string; title?: string | null };

/** The rules that a line of a list rests on, by number alone; the title is told to whoever points at one. */
export function RuleIds({ clauses }: { clauses: readonly Clause[] }) {
  return (
    <span className="zd-rule-ids">
      {clauses.map(({ id, title }) => (
        <span key={id} title={title ?? undefined}>
          <RecordLink type="rule" id={id}>
            {id}
          </RecordLink>
        </span>
      ))}
    </span>
  );
}
