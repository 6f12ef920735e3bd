import { Select } from 'antd';

export type SearchOption = { value: string; label: string };

type Props = {
  options: readonly SearchOption[];
  value?: string | null;
  onChange?: (value: string | null) => void;
  id?: string;
  disabled?: boolean;
  loading?: boolean;
  'aria-label'?: string;
};

/** One out of many, found by typing a part of it. */
export function SearchChoice({ options, value, onChange, ...rest }: Props) {
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={[...options]}
      style={{ width: '100%' }}
    />
  );
}
