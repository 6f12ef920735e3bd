import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { departures, duties, figureOf } from './columns';
import { FigureLink, Rate } from './figure';
import { PeopleTable } from './people-table';
import type { Asked, Line } from './queries';
import './compliance.css';
import '@/shared/ui/values/plain-table.css';

type Props = {
  lines: readonly Line[];
  asked: Asked;
  /** The rule whose people are shown. */
  open: string | undefined;
  onOpen: (rule: string | undefined) => void;
};

/** Beside the figures: the rule, the rate, the people. */
const width = duties.length + departures.length + 3;

type RowProps = { line: Line; asked: Asked; isOpen: boolean; onToggle: () => void };

function RuleRow({ line, asked, isOpen, onToggle }: RowProps) {
  const { t } = useTranslation('compliance');
  const { rule, title } = line;
  const label = (name: (typeof duties)[number] | (typeof departures)[number]) =>
    `${rule} ${t(`column.${name}`)}`;
  return (
    <tr>
      <th scope="row" className="zd-compliance-rule">
        <RecordLink type="rule" id={rule}>
          <span className="zd-mono">{rule}</span> {title}
        </RecordLink>
      </th>
      {duties.map((name) => (
        <td key={name} className="zd-figure" data-bad={name === 'missed' && line.missed.count > 0}>
          <FigureLink figure={figureOf(line, name)} label={label(name)} />
        </td>
      ))}
      <td>
        <Rate rate={line.rate} />
      </td>
      <td className="zd-figure">
        {/* The trail is not kept by department: there its list would show more than the figure counts. */}
        <FigureLink figure={line.refused} label={label('refused')} isListed={!asked.department_id} />
      </td>
      <td className="zd-figure">
        <FigureLink figure={line.exceptions} label={label('exceptions')} />
      </td>
      <td>
        {line.has_obligations && line.due.count > 0 ? (
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-label={t('peopleOf', { rule })}
            icon={isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
            onClick={onToggle}
          >
            {t('people')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** How each rule was kept; one of them may be unfolded into its people. */
export function RuleTable({ lines, asked, open, onOpen }: Props) {
  const { t } = useTranslation('compliance');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
    <section className="zd-panel zd-plain-frame zd-compliance" aria-label={t('table')} tabIndex={0}>
      <table className="zd-plain-table">
        <caption className="zd-visually-hidden">{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.rule')}</th>
            {duties.map((name) => (
              <th key={name} scope="col" className="zd-figure">
                {t(`column.${name}`)}
              </th>
            ))}
            <th scope="col">{t('column.rate')}</th>
            {departures.map((name) => (
              <th key={name} scope="col" className="zd-figure">
                {t(`column.${name}`)}
              </th>
            ))}
            <th scope="col">{t('column.people')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Fragment key={line.rule}>
              <RuleRow
                line={line}
                asked={asked}
                isOpen={open === line.rule}
                onToggle={() => onOpen(open === line.rule ? undefined : line.rule)}
              />
              {open === line.rule ? (
                <tr>
                  <td colSpan={width} className="zd-compliance-people">
                    <PeopleTable rule={line.rule} asked={asked} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}
