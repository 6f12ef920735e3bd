import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { PlainText } from '@/shared/ui/values/values';
import '../clients.css';
import { useFieldLabel } from '../contents';
import { type Job, type JobRow, type RowOutcome, useJobRows } from './queries';
import { rowErrors } from './row-errors';

const tones: Record<RowOutcome, Tone> = { DONE: 'ok', REFUSED: 'danger', SKIPPED: 'warning' };

type Words = {
  /** What a row is called: a line of a spreadsheet, or one of the ticked files. */
  position: string;
  /** DONE of a rehearsal is not done. */
  outcome: (outcome: RowOutcome) => string;
};

function Errors({ row }: { row: JobRow }) {
  const { t } = useTranslation('clients');
  const label = useFieldLabel();
  return (
    <ul>
      {rowErrors(row.errors).map(({ column, field, detail, clauses }) => (
        <li key={`${column}${field}${detail}`}>
          {column ? <span className="zd-mono">{t('job.column', { column })} </span> : null}
          {field ? <span className="zd-muted">{label(field)} </span> : null}
          {detail}
          <ClauseList clauses={clauses} />
        </li>
      ))}
    </ul>
  );
}

function Rows({ rows, words }: { rows: readonly JobRow[]; words: Words }) {
  const { t } = useTranslation('clients');
  return (
    <div className="zd-plain-frame">
      <table className="zd-plain-table">
        <thead>
          <tr>
            <th scope="col">{words.position}</th>
            <th scope="col">{t('content.own.name')}</th>
            <th scope="col">{t('job.outcome')}</th>
            <th scope="col">{t('job.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.position}>
              <td>{row.position}</td>
              <td>
                {row.resource_id ? (
                  <RecordLink type="client" id={row.resource_id}>
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
                <Errors row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What became of each row of a job, filtered by outcome, a page at a time. */
export function JobOutcomes({ job, words }: { job: Job; words: Words }) {
  const { t } = useTranslation('clients');
  const [outcome, setOutcome] = useState<RowOutcome | null>(null);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const rows = useJobRows(job, outcome, cursors.at(-1) ?? null);
  const choose = (next: RowOutcome | null) => {
    setOutcome(next);
    setCursors([]);
  };
  const outcomes: readonly RowOutcome[] = ['DONE', 'REFUSED', 'SKIPPED'];
  return (
    <section className="zd-stack" aria-label={t('job.outcomes')}>
      <Radio.Group
        aria-label={t('job.outcome')}
        optionType="button"
        value={outcome ?? 'ALL'}
        onChange={({ target }) => choose(target.value === 'ALL' ? null : target.value)}
        options={[
          { value: 'ALL', label: t('job.all') },
          ...outcomes.map((value) => ({ value, label: words.outcome(value) })),
        ]}
      />
      <QueryGate query={rows}>
        {({ items, page }) => (
          <>
            {items.length > 0 ? <Rows rows={items} words={words} /> : <p>{t('job.noRows')}</p>}
            <div className="zd-row">
              <span className="zd-muted">{t('job.count', { count: page.total ?? items.length })}</span>
              <Button
                size="small"
                disabled={cursors.length === 0}
                onClick={() => setCursors(cursors.slice(0, -1))}
              >
                {t('job.previous')}
              </Button>
              <Button
                size="small"
                disabled={!page.has_more || !page.next_cursor}
                onClick={() => page.next_cursor && setCursors([...cursors, page.next_cursor])}
              >
                {t('job.next')}
              </Button>
            </div>
          </>
        )}
      </QueryGate>
    </section>
  );
}
