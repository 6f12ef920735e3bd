import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../feedback/empty-state';
import { TimeText } from '../values/values';
import './record.css';

export type TimelineEntry = {
  id: string;
  kind: string;
  occurredAt: string;
  actor: string | null;
  title: ReactNode;
  body?: ReactNode;
};

type Props = {
  entries: readonly TimelineEntry[];
  kinds: readonly { value: string; label: string }[];
  shownKinds: readonly string[];
  onKinds: (kinds: string[]) => void;
  /** Set while the service has older entries. */
  more?: ReactNode;
};

/** Everything that happened to a record, newest first, filtered by kind. No kind ticked means all of them. */
export function Timeline({ entries, kinds, shownKinds, onKinds, more }: Props) {
  const { t } = useTranslation();
  return (
    <section className="zd-stack" aria-label={t('timeline.title')}>
      <fieldset className="zd-timeline-kinds">
        <legend className="zd-visually-hidden">{t('timeline.kinds')}</legend>
        <Checkbox.Group value={[...shownKinds]} options={[...kinds]} onChange={onKinds} />
      </fieldset>
      {entries.length === 0 ? <EmptyState title={t('timeline.none')} /> : null}
      <ol className="zd-timeline">
        {entries.map((entry) => (
          <li key={entry.id} data-kind={entry.kind}>
            <div className="zd-timeline-head">
              <span>{entry.title}</span>
              <span className="zd-muted">
                {entry.actor} <TimeText value={entry.occurredAt} />
              </span>
            </div>
            {entry.body ? <div className="zd-timeline-body">{entry.body}</div> : null}
          </li>
        ))}
      </ol>
      {more}
    </section>
  );
}
