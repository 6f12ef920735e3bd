import { Select } from 'antd';
import { kindOf, type PeriodKind, recentPeriods } from '@/shared/format/period';

const offered: Record<PeriodKind, number> = { MONTH: 24, QUARTER: 12, YEAR: 5 };

type Props = { label: string; value: string; onChange: (period: string) => void };

/** The latest periods of the same kind as the one that is shown, and that one however long ago it was. */
export function PeriodSelect({ label, value, onChange }: Props) {
  const kind = kindOf(value);
  const recent = recentPeriods(kind, offered[kind]);
  const periods = recent.includes(value) ? recent : [value, ...recent];
  return (
    <Select
      aria-label={label}
      value={value}
      onChange={onChange}
      options={periods.map((period) => ({ value: period, label: period }))}
      style={{ width: 140 }}
    />
  );
}
