import { Input } from 'antd';
import dayjs from 'dayjs';

type Props = { id?: string; value?: string | null; onChange?: (value: string | null) => void };

/** A moment in the viewer's zone, kept in UTC. */
export function TimeInput({ value, onChange, id }: Props) {
  return (
    <Input
      id={id}
      type="datetime-local"
      value={value ? dayjs(value).format('YYYY-MM-DDTHH:mm') : ''}
      max={dayjs().format('YYYY-MM-DDTHH:mm')}
      onChange={({ target }) => {
        const time = dayjs(target.value);
        onChange?.(target.value && time.isValid() ? time.toISOString() : null);
      }}
    />
  );
}
