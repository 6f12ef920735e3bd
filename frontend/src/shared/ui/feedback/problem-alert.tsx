import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { ClauseList } from './clause-list';
import { usePermissionWord } from './permission-words';
import './feedback.css';

type Props = { error: unknown; onRetry?: () => void; compact?: boolean };

/** A failed call in words: what, why, which handbook rule, whom to ask, and the id to quote. */
export function ProblemAlert({ error, onRetry, compact = false }: Props) {
  const { t } = useTranslation(['common', 'problems']);
  const problem = asProblem(error);
  const { code, params, escalation } = problem;
  const word = usePermissionWord(typeof escalation === 'string');
  const isOurs = code === 'OFFLINE' || code === 'NO_PROBLEM_BODY';
  // The codes are too many for one type of all their figures: which of them a text names, the text knows.
  const text = t(`problems:${code}` as 'problems:INTERNAL', { replace: params });
  // The service speaks the language of the page, and calls states and permissions by their words.
  const title = isOurs ? text : (problem.detail ?? text);
  return (
    <div className="zd-problem" role="alert" data-compact={compact}>
      <p className="zd-problem-title">{title}</p>
      {isOurs && problem.detail ? <p>{problem.detail}</p> : null}
      {problem.errors.length > 0 ? (
        <ul className="zd-problem-errors">
          {problem.errors.map((field) => (
            <li key={`${field.pointer}${field.code}`}>{field.detail}</li>
          ))}
        </ul>
      ) : null}
      <ClauseList clauses={problem.clauses} />
      {typeof escalation === 'string' ? <p>{t('problem.escalation', { whom: word(escalation) })}</p> : null}
      <div className="zd-row">
        {problem.requestId ? (
          <span className="zd-muted">
            {t('problem.requestId')} <code className="zd-mono">{problem.requestId}</code>
          </span>
        ) : null}
        {onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
