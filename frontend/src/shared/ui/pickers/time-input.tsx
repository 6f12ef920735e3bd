import { Input } from 'antd';
import dayjs from 'dayjs';

type Props = {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  disabled?: boolean;
  /** For what has happened: not later than now. */
  past?: boolean;
  'aria-label'?: string;
};

/** A moment in the viewer's zone, kept in UTC. */
export function TimeInput({ value, onChange, past = false, ...rest }: Props) {
  return (
    <Input
      {...rest}
      type="datetime-local"
      value={value ? dayjs(value).format('YYYY-MM-DDTHH:mm') : ''}
      max={past ? dayjs().format('YYYY-MM-DDTHH:mm') : undefined}
      onChange={({ target }) => {
        const time = dayjs(target.value);
        onChange?.(target.value && time.isValid() ? time.toISOString() : null);
      }}
    />
  );
}
