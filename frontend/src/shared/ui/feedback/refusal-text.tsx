import type { ReactNode } from 'react';
import { asProblem } from '@/shared/api/problem';
import { ClauseList } from './clause-list';
import { useProblemWords } from './problem-words';
import { RequestId } from './request-id';
import './feedback.css';

type Props = { error: unknown; children?: ReactNode };

/** Why somebody may not see what would stand here: the words of an alert, quietly, inside a state of its own. */
export function RefusalText({ error, children }: Props) {
  const { requestId, clauses } = asProblem(error);
  const { said, whom } = useProblemWords(error);
  return (
    <div className="zd-refusal zd-muted" role="alert">
      <p>{said}</p>
      <ClauseList clauses={clauses} />
      {whom ? <p>{whom}</p> : null}
      {children}
      {requestId ? <RequestId value={requestId} /> : null}
    </div>
  );
}
