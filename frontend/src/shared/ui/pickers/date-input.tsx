import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import './pickers.css';

type Props = {
  value?: string | null;
  onChange?: (value: string | null) => void;
  id?: string;
  disabled?: boolean;
  'aria-label'?: string;
};

/** A day as `YYYY-MM-DD` from end to end; the picker's own date object stays in here. */
export default function DateInput({ value, onChange, ...rest }: Props) {
  return (
    <DatePicker
      {...rest}
      className="zd-date-input"
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day?.isValid() ? day.format('YYYY-MM-DD') : null)}
      style={{ width: '100%' }}
    />
  );
}
