import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { formatCount } from '@/shared/format/count';
import { today } from '@/shared/format/date';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import { Facts } from '@/shared/ui/values/facts';
import { PercentMeter } from '@/shared/ui/values/percent-meter';
import { RefText, TimeText } from '@/shared/ui/values/values';
import { InstructForm } from './instruct-form';
import './oversight.css';
import { type Counted, type Oversight, type OwnerCustody, useOversight } from './queries';
import '@/shared/ui/values/plain-table.css';

const figures: ReadonlySet<string> = new Set(['files', 'incomplete', 'non_compliant', 'overdue']);

type LinkProps = { href: string; count: number; label: string };

/** A figure as the way to the very records that it counts. */
function ListLink({ href, count, label }: LinkProps) {
  const { t } = useTranslation('oversight');
  return (
    <AppLink href={href}>
      {formatCount(count)}
      <span className="zd-visually-hidden"> {t('openList', { label })}</span>
    </AppLink>
  );
}

function FigureLink({ figure, label }: { figure: Counted; label: string }) {
  const href = figure.filter ? `/clients?${figure.filter}` : '/clients';
  return <ListLink href={href} count={figure.count} label={label} />;
}

const waiting = '/client-submissions?state=PENDING';
const open = '/client-instructions?state=OPEN';

function Total({ oversight }: { oversight: Oversight }) {
  const { t } = useTranslation('oversight');
  const { total } = oversight;
  const figure = (name: 'files' | 'incomplete' | 'non_compliant' | 'overdue') => ({
    label: t(`column.${name}`),
    value: <FigureLink figure={total[name]} label={t(`column.${name}`)} />,
  });
  return (
    <section className="zd-panel zd-oversight-block" aria-label={t('total')}>
      <Facts
        items={[
          { label: t('asOf'), value: <TimeText value={oversight.as_of} /> },
          figure('files'),
          { label: t('column.average'), value: <PercentMeter percent={total.average_completeness} /> },
          figure('incomplete'),
          figure('non_compliant'),
          figure('overdue'),
          {
            label: t('column.submissions'),
            value: (
              <ListLink href={waiting} count={total.submissions_waiting} label={t('column.submissions')} />
            ),
          },
          { label: t('oldest'), value: <TimeText value={total.oldest_submission_at} /> },
          {
            label: t('column.instructions'),
            value: <ListLink href={open} count={total.instructions_open} label={t('column.instructions')} />,
          },
          {
            label: t('late'),
            value: (
              <ListLink
                href={`${open}&due_before=${today()}`}
                count={total.instructions_late}
                label={t('late')}
              />
            ),
          },
        ]}
      />
    </section>
  );
}

function Rules({ rules }: { rules: Oversight['rules'] }) {
  const { t } = useTranslation('oversight');
  return (
    <section className="zd-panel zd-oversight-scroll" aria-label={t('rules')}>
      <table className="zd-plain-table">
        <caption>{t('rules')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('watched')}</th>
            <th scope="col" className="zd-figure">
              {t('breaches')}
            </th>
            <th scope="col">{t('clause')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={`${rule.clause.id}${rule.label}`}>
              <th scope="row">{rule.label}</th>
              <td className="zd-figure">
                <FigureLink figure={rule.files} label={rule.label} />
              </td>
              <td>
                <ClauseList clauses={[rule.clause]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function OwnerRow({ row, onInstruct }: { row: OwnerCustody; onInstruct: (() => void) | null }) {
  const { t } = useTranslation('oversight');
  const label = (name: string) => `${row.owner.name} ${name}`;
  return (
    <tr>
      <th scope="row">{row.owner.name}</th>
      <td>
        <RefText value={row.department} />
      </td>
      <td className="zd-figure">
        <FigureLink figure={row.files} label={label(t('column.files'))} />
      </td>
      <td>
        <PercentMeter percent={row.average_completeness} />
      </td>
      <td className="zd-figure">
        <FigureLink figure={row.incomplete} label={label(t('column.incomplete'))} />
      </td>
      <td className="zd-figure">
        <FigureLink figure={row.non_compliant} label={label(t('column.non_compliant'))} />
      </td>
      <td className="zd-figure">
        <FigureLink figure={row.overdue} label={label(t('column.overdue'))} />
      </td>
      <td className="zd-figure">
        <ListLink
          href={`${waiting}&owner_id=${row.owner.id}`}
          count={row.submissions_waiting}
          label={label(t('column.submissions'))}
        />
        {row.oldest_submission_at ? (
          <div className="zd-muted">
            {t('since')} <TimeText value={row.oldest_submission_at} />
          </div>
        ) : null}
      </td>
      <td className="zd-figure">
        <ListLink
          href={`${open}&given_to=${row.owner.id}`}
          count={row.instructions_open}
          label={label(t('column.instructions'))}
        />
        {row.instructions_late > 0 ? (
          <div className="zd-oversight-late">{t('lateOf', { count: row.instructions_late })}</div>
        ) : null}
      </td>
      {onInstruct ? (
        <td>
          <Button size="small" onClick={onInstruct} aria-label={t('instructOf', { name: row.owner.name })}>
            {t('instruct')}
          </Button>
        </td>
      ) : null}
    </tr>
  );
}

function Owners({ owners }: { owners: readonly OwnerCustody[] }) {
  const { t } = useTranslation('oversight');
  const can = useCan();
  const [told, setTold] = useState<OwnerCustody | null>(null);
  const mayInstruct = can('client-oversight.manage');
  const columns = [
    'owner',
    'department',
    'files',
    'average',
    'incomplete',
    'non_compliant',
    'overdue',
  ] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
    <section className="zd-panel zd-oversight-scroll" aria-label={t('owners')} tabIndex={0}>
      <table className="zd-plain-table">
        <caption>{t('owners')}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={figures.has(name) ? 'zd-figure' : undefined}>
                {t(`column.${name}`)}
              </th>
            ))}
            <th scope="col" className="zd-figure">
              {t('column.submissions')}
            </th>
            <th scope="col" className="zd-figure">
              {t('column.instructions')}
            </th>
            {mayInstruct ? <th scope="col">{t('column.act')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {owners.map((row) => (
            <OwnerRow
              key={`${row.owner.id} ${row.department?.id ?? ''}`}
              row={row}
              onInstruct={mayInstruct ? () => setTold(row) : null}
            />
          ))}
        </tbody>
      </table>
      {owners.length === 0 ? <p className="zd-oversight-block zd-muted">{t('nobody')}</p> : null}
      <FormDialog
        open={told !== null}
        title={told ? t('instructOf', { name: told.owner.name }) : null}
        onCancel={() => setTold(null)}
      >
        {told ? (
          <>
            <p className="zd-muted">{t('instructHint')}</p>
            <InstructForm
              givenTo={told.owner.id}
              subject={{ filter: told.incomplete.filter }}
              onDone={() => setTold(null)}
            />
          </>
        ) : null}
      </FormDialog>
    </section>
  );
}

/** What the customer-service manager supervises (A-CLI-04, A-CLI-15, B-CRM-13). */
export function OversightPage() {
  const { t } = useTranslation('oversight');
  const oversight = useOversight();
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        <div className="zd-row">
          <AppLink href="/client-instructions">{t('instruction.title')}</AppLink>
          <AppLink href="/client-collection-plans">{t('plan.title')}</AppLink>
        </div>
      </div>
      <QueryGate query={oversight}>
        {(found) => (
          <div className="zd-stack">
            <Total oversight={found} />
            <Rules rules={found.rules} />
            <Owners owners={found.owners} />
          </div>
        )}
      </QueryGate>
    </div>
  );
}
