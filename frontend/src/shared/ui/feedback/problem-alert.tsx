import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { ClauseList } from './clause-list';
import { usePermissionWord } from './permission-words';
import { RefusalText } from './refusal-text';
import './feedback.css';

type Props = { error: unknown; onRetry?: () => void; compact?: boolean };

/** The service's words and ours may differ in the width of a comma: that is not worth saying twice. */
function isSame(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/[\s\p{P}]/gu, '');
  return bare(one) === bare(other);
}

/** A failed call in words: what, why, which handbook rule, whom to ask, and the id to quote. */
export function ProblemAlert({ error, onRetry, compact = false }: Props) {
  const { t } = useTranslation(['common', 'problems']);
  const problem = asProblem(error);
  const { code, params, escalation } = problem;
  const word = usePermissionWord(typeof escalation === 'string');
  // The codes are too many for one type of all their figures: which of them a text names, the text knows.
  const title = t(`problems:${code}` as 'problems:INTERNAL', { replace: params });
  const detail = problem.detail && !isSame(problem.detail, title) ? problem.detail : null;
  return (
    <div className="zd-problem" role="alert" data-compact={compact}>
      <p className="zd-problem-title">
        <RefusalText code={code} text={title} />
      </p>
      {detail ? (
        <p>
          <RefusalText code={code} text={detail} />
        </p>
      ) : null}
      {problem.errors.length > 0 ? (
        <ul className="zd-problem-errors">
          {problem.errors.map((field) => (
            <li key={`${field.pointer}${field.code}`}>
              <RefusalText code={field.code} text={field.detail} />
            </li>
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
