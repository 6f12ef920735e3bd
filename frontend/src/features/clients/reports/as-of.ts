import dayjs from 'dayjs';

/** Whether the archive was counted after the period had ended. */
export function isOver({ to, as_of }: { to: string; as_of: string }): boolean {
  return dayjs(as_of).format('YYYY-MM-DD') > to;
}
