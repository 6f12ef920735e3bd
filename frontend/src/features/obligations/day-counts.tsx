import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import type { ObligationDay } from './queries';
import type { Whose } from './search';

export type DaysProps = { days: readonly ObligationDay[]; month: string; today: string; whose: Whose };

/** What stands in a day, each figure with its word; what is overdue is not counted as open a second time. */
export function countsOf(t: TFunction<'obligations'>, { open, overdue, fulfilled, excused }: ObligationDay) {
  const all = [
    { id: 'overdue', tone: 'danger', count: overdue, text: t('calendar.overdue', { count: overdue }) },
    {
      id: 'open',
      tone: 'accent',
      count: open - overdue,
      text: t('calendar.open', { count: open - overdue }),
    },
    { id: 'fulfilled', tone: 'ok', count: fulfilled, text: t('calendar.fulfilled', { count: fulfilled }) },
    { id: 'excused', tone: 'warning', count: excused, text: t('calendar.excused', { count: excused }) },
  ] as const;
  return all.filter(({ count }) => count > 0);
}

export function DayCounts({ day }: { day: ObligationDay }) {
  const { t } = useTranslation('obligations');
  return (
    <>
      {countsOf(t, day).map(({ id, tone, text }) => (
        <Tag key={id} tone={tone}>
          {text}
        </Tag>
      ))}
    </>
  );
}
