import dayjs from 'dayjs';
import relativeTime from 'dayjs/plugin/relativeTime';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/zh-tw';
import type { Locale } from '@/shared/i18n/locale';

dayjs.extend(relativeTime);

/** Times arrive in UTC and are shown in the viewer's zone; dates have no zone and are never moved. */
export function formatTime(time: string): string {
  return dayjs(time).format('YYYY-MM-DD HH:mm');
}

export function formatTimeToSecond(time: string): string {
  return dayjs(time).format('YYYY-MM-DD HH:mm:ss Z');
}

export function fromNow(time: string, locale: Locale): string {
  return dayjs(time).locale(locale.toLowerCase()).fromNow();
}

export function today(): string {
  return dayjs().format('YYYY-MM-DD');
}

export function daysFromToday(days: number): string {
  return dayjs().add(days, 'day').format('YYYY-MM-DD');
}

/** Whole days from today until the date; negative when it has passed. */
export function daysUntil(date: string): number {
  return dayjs(date).startOf('day').diff(dayjs().startOf('day'), 'day');
}
