import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { PlainText } from '@/shared/ui/values/values';
import '@/shared/ui/values/plain-table.css';
import { recordOf } from './kinds';
import { type Job, type JobRow, type RowOutcome, useJobRows } from './queries';
import { rowErrors } from './row-errors';

const tones: Record<RowOutcome, Tone> = { DONE: 'ok', REFUSED: 'danger', SKIPPED: 'warning' };

export type RowWords = {
  /** What a row is called: a line of a spreadsheet, or one of the ticked files. */
  position: string;
  /** DONE of a rehearsal is not done. */
  outcome: (outcome: RowOutcome) => string;
  /** The field that an error of a row is about. */
  field: (name: string) => string;
};

function Errors({ row, words }: { row: JobRow; words: RowWords }) {
  const { t } = useTranslation('jobs');
  return (
    <ul>
      {rowErrors(row.errors).map(({ column, field, detail, clauses }) => (
        <li key={`${column}${field}${detail}`}>
          {column ? <span className="zd-mono">{t('row.column', { column })} </span> : null}
          {field ? <span className="zd-muted">{words.field(field)} </span> : null}
          {detail}
          <ClauseList clauses={clauses} />
        </li>
      ))}
    </ul>
  );
}

type RowsProps = { rows: readonly JobRow[]; record: string; words: RowWords };

function Rows({ rows, record, words }: RowsProps) {
  const { t } = useTranslation('jobs');
  return (
    <div className="zd-plain-frame">
      <table className="zd-plain-table">
        <thead>
          <tr>
            <th scope="col">{words.position}</th>
            <th scope="col">{t('row.name')}</th>
            <th scope="col">{t('row.outcome')}</th>
            <th scope="col">{t('row.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.position}>
              <td>{row.position}</td>
              <td>
                {row.resource_id ? (
                  <RecordLink type={record} id={row.resource_id}>
                    {row.label ?? row.resource_id}
                  </RecordLink>
                ) : (
                  <PlainText value={row.label} />
                )}
              </td>
              <td>
                <Tag tone={tones[row.outcome]}>{words.outcome(row.outcome)}</Tag>
              </td>
              <td>
                <Errors row={row} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What became of each row of a job, filtered by outcome, a page at a time. */
export function JobOutcomes({ job, words }: { job: Job; words: RowWords }) {
  const { t } = useTranslation('jobs');
  const [outcome, setOutcome] = useState<RowOutcome | null>(null);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const rows = useJobRows(job, outcome, cursors.at(-1) ?? null);
  const choose = (next: RowOutcome | null) => {
    setOutcome(next);
    setCursors([]);
  };
  const outcomes: readonly RowOutcome[] = ['DONE', 'REFUSED', 'SKIPPED'];
  return (
    <section className="zd-stack" aria-label={t('row.outcomes')}>
      <Radio.Group
        aria-label={t('row.outcome')}
        optionType="button"
        value={outcome ?? 'ALL'}
        onChange={({ target }) => choose(target.value === 'ALL' ? null : target.value)}
        options={[
          { value: 'ALL', label: t('row.all') },
          ...outcomes.map((value) => ({ value, label: words.outcome(value) })),
        ]}
      />
      <QueryGate query={rows}>
        {({ items, page }) => (
          <>
            {items.length > 0 ? (
              <Rows rows={items} record={recordOf(job.kind)} words={words} />
            ) : (
              <p>{t('row.noRows')}</p>
            )}
            <div className="zd-row">
              <span className="zd-muted">{t('row.count', { count: page.total ?? items.length })}</span>
              <Button
                size="small"
                disabled={cursors.length === 0}
                onClick={() => setCursors(cursors.slice(0, -1))}
              >
                {t('row.previous')}
              </Button>
              <Button
                size="small"
                disabled={!page.has_more || !page.next_cursor}
                onClick={() => page.next_cursor && setCursors([...cursors, page.next_cursor])}
              >
                {t('row.next')}
              </Button>
            </div>
          </>
        )}
      </QueryGate>
    </section>
  );
}
