import { Radio, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '@/features/handbook/public';
import { periodOf } from '@/shared/format/period';
import { DepartmentPicker } from '@/shared/ui/pickers/department-picker';
import { DateInput } from '@/shared/ui/pickers/lazy-date-input';
import { PeriodSelect } from '@/shared/ui/pickers/period-select';
import { daysAsked, periodAsked } from './asked';
import { readDays, type Span, spanOf } from './period';
import type { ComplianceSearch } from './search';
import './compliance.css';

type Props = { search: ComplianceSearch; onChange: (patch: ComplianceSearch) => void };

const spans: readonly Span[] = ['MONTH', 'QUARTER', 'CUSTOM'];

/** Two days of one's own; they are asked for once they are in order. */
function CustomDays({ search, onChange }: Props) {
  const { t } = useTranslation('compliance');
  const asked = daysAsked(search);
  const [typed, setTyped] = useState(asked);
  const isWrong = readDays(typed.from, typed.to) === undefined;
  const set = (patch: Partial<typeof typed>) => {
    const next = { ...typed, ...patch };
    setTyped(next);
    const days = readDays(next.from, next.to);
    if (days) onChange({ ...days, period: undefined });
  };
  return (
    <>
      <div className="zd-compliance-day">
        <DateInput
          aria-label={t('from')}
          value={typed.from}
          onChange={(day) => (day ? set({ from: day }) : undefined)}
        />
      </div>
      <div className="zd-compliance-day">
        <DateInput
          aria-label={t('to')}
          value={typed.to}
          onChange={(day) => (day ? set({ to: day }) : undefined)}
        />
      </div>
      {isWrong ? (
        <span role="alert" className="zd-warning">
          {t('wrongDays')}
        </span>
      ) : null}
    </>
  );
}

function Period({ search, onChange }: Props) {
  const { t } = useTranslation('compliance');
  const period = periodAsked(search);
  const choose = (next: Span) =>
    next === 'CUSTOM'
      ? onChange({ period: undefined, ...daysAsked(search) })
      : onChange({ period: periodOf(next), from: undefined, to: undefined });
  return (
    <>
      <Radio.Group
        aria-label={t('length')}
        optionType="button"
        value={spanOf(period)}
        onChange={({ target }) => choose(target.value)}
        options={spans.map((value) => ({ value, label: t(`period.${value}`) }))}
      />
      {period ? (
        <PeriodSelect
          label={t('days')}
          value={period}
          onChange={(next) => onChange({ period: next, from: undefined, to: undefined })}
        />
      ) : (
        <CustomDays search={search} onChange={onChange} />
      )}
    </>
  );
}

/** The days, of whom, which rules. */
export function Controls({ search, onChange }: Props) {
  const { t } = useTranslation('compliance');
  const words = useWords();
  return (
    <div className="zd-row zd-compliance-tools">
      <Period search={search} onChange={onChange} />
      <div className="zd-compliance-field">
        <DepartmentPicker
          aria-label={t('department')}
          value={search.department_id ?? null}
          onChange={(next) => onChange({ department_id: next ?? undefined })}
        />
      </div>
      <Select
        className="zd-compliance-field"
        aria-label={t('module')}
        placeholder={t('chooseModule')}
        allowClear
        value={search.module}
        onChange={(next: string | undefined) => onChange({ module: next })}
        options={words.modules}
      />
      {/* The name stands beside it, and the switch is told so. */}
      <span className="zd-compliance-switch">
        <Switch
          size="small"
          aria-label={t('all')}
          checked={search.all === true}
          onChange={(on) => onChange({ all: on || undefined })}
        />
        <span aria-hidden="true">{t('all')}</span>
      </span>
    </div>
  );
}
