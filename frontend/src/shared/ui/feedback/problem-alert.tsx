import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { ClauseList } from './clause-list';
import { useProblemWords } from './problem-words';
import { RequestId } from './request-id';
import './feedback.css';

type Props = {
  error: unknown;
  onRetry?: () => void;
  /** What helps where trying again does not. */
  action?: ReactNode;
  compact?: boolean;
};

/** A failed call in words: what, why, which handbook rule, whom to ask, and the id to quote. */
export function ProblemAlert({ error, onRetry, action, compact = false }: Props) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const { said, added, whom } = useProblemWords(error);
  return (
    <div className="zd-problem" role="alert" data-compact={compact}>
      <p className="zd-problem-title">{said}</p>
      {added ? <p>{added}</p> : null}
      {problem.errors.length > 0 ? (
        <ul className="zd-problem-errors">
          {problem.errors.map((field) => (
            <li key={`${field.pointer}${field.code}`}>{field.detail}</li>
          ))}
        </ul>
      ) : null}
      <ClauseList clauses={problem.clauses} />
      {whom ? <p>{whom}</p> : null}
      <div className="zd-row">
        {problem.requestId ? <RequestId value={problem.requestId} /> : null}
        {onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        ) : null}
        {action}
      </div>
    </div>
  );
}
