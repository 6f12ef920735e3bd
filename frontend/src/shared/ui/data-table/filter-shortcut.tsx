import { Button } from 'antd';
import type { ListState } from './list-state';

type Props = {
  state: ListState;
  /** The filter, and what it is set to; undefined while that is not known. */
  name: string;
  value: string | boolean | undefined;
  label: string;
};

/** A question that is asked often, at one press: it sets a filter like any other, and takes it away again. */
export function FilterShortcut({ state, name, value, label }: Props) {
  const isOn = value !== undefined && state.search[name] === value;
  return (
    <Button
      type={isOn ? 'primary' : 'default'}
      ghost={isOn}
      aria-pressed={isOn}
      disabled={value === undefined}
      onClick={() => state.setFilters({ [name]: isOn ? undefined : value })}
    >
      {label}
    </Button>
  );
}
