import { InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import './pickers.css';

type Props = {
  id?: string;
  value: number | null;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
};

/** Whether a figure may be sent as it was typed. */
export function isWithin(value: number | null, min: number, max: number): value is number {
  return value !== null && Number.isInteger(value) && value >= min && value <= max;
}

/** A whole figure outside a form: what is out of bounds stays as it was typed, and says so. */
export function NumberInput({ id, value, onChange, min, max }: Props) {
  const { t } = useTranslation();
  const note = useId();
  const isWrong = value !== null && !isWithin(value, min, max);
  return (
    <span className="zd-number-input">
      <InputNumber
        id={id}
        value={value}
        onChange={onChange}
        status={isWrong ? 'error' : undefined}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? note : undefined}
        style={{ width: '100%' }}
      />
      {isWrong ? (
        <span id={note} role="alert" className="zd-number-wrong">
          {t('picker.outOfBounds', { min, max })}
        </span>
      ) : null}
    </span>
  );
}
