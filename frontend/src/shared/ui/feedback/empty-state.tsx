import type { ReactNode } from 'react';
import './feedback.css';

type Props = {
  title: string;
  hint?: ReactNode;
  /** More than a sentence, between the hint and the action. */
  reason?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
};

/** Nothing is here: says why, and what to do next. */
export function EmptyState({ title, hint, reason, action, icon }: Props) {
  return (
    <div className="zd-empty">
      {icon ? (
        <div className="zd-empty-icon" aria-hidden="true">
          {icon}
        </div>
      ) : null}
      <p className="zd-empty-title">{title}</p>
      {hint ? <p className="zd-muted">{hint}</p> : null}
      {reason}
      {action ? <div className="zd-row">{action}</div> : null}
    </div>
  );
}
