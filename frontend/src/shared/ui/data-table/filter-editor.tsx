import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DepartmentPicker } from '../pickers/department-picker';
import { DateInput } from '../pickers/lazy-date-input';
import { PersonPicker } from '../pickers/person-picker';
import { type Filter, parametersOf } from './filters';
import type { ListState } from './list-state';

type Values = Record<string, unknown>;
type FieldProps = { id: string; filter: Filter; values: Values; set: (patch: Values) => void };

function DatesField({ id, values, set }: FieldProps) {
  const { t } = useTranslation();
  const bound = (name: string, label: string) => (
    <DateInput
      aria-label={label}
      value={values[name] as string | undefined}
      onChange={(day) => set({ [name]: day ?? undefined })}
    />
  );
  return (
    <>
      {bound(`${id}_after`, t('filter.after'))}
      {bound(`${id}_before`, t('filter.before'))}
    </>
  );
}

function NumbersField({ id, values, set }: FieldProps) {
  const { t } = useTranslation();
  const bound = (name: string, label: string) => (
    <InputNumber
      aria-label={label}
      placeholder={label}
      value={values[name] as number | undefined}
      onChange={(number) => set({ [name]: number ?? undefined })}
      style={{ width: '50%' }}
    />
  );
  return (
    <div className="zd-row" style={{ flexWrap: 'nowrap' }}>
      {bound(`${id}_min`, t('filter.min'))}
      {bound(`${id}_max`, t('filter.max'))}
    </div>
  );
}

function FilterField(props: FieldProps): ReactNode {
  const { id, filter, values, set } = props;
  const { t } = useTranslation();
  const value = values[id];
  switch (filter.kind) {
    case 'choice':
      return (
        <Checkbox.Group
          value={(value as string[] | undefined) ?? []}
          onChange={(chosen) => set({ [id]: chosen.length > 0 ? chosen : undefined })}
          options={[...filter.options]}
        />
      );
    case 'one-of':
      return (
        <Select
          allowClear
          aria-label={filter.label}
          value={value as string | undefined}
          onChange={(chosen: string | undefined) => set({ [id]: chosen })}
          options={[...filter.options]}
          // By its word, or by the name that the API knows it by.
          showSearch={{ optionFilterProp: ['label', 'value'] }}
          notFoundContent={t('picker.none')}
          style={{ width: '100%' }}
        />
      );
    case 'yes-no':
      return (
        <Radio.Group
          value={value}
          onChange={({ target }) => set({ [id]: target.value })}
          options={[
            { value: true, label: t('value.yes') },
            { value: false, label: t('value.no') },
          ]}
        />
      );
    case 'person':
      return (
        <PersonPicker
          withLeft
          aria-label={filter.label}
          value={value as string | undefined}
          onChange={(person) => set({ [id]: person ?? undefined })}
        />
      );
    case 'department':
      return (
        <DepartmentPicker
          aria-label={filter.label}
          value={value as string | undefined}
          onChange={(department) => set({ [id]: department ?? undefined })}
        />
      );
    case 'date':
      return (
        <DateInput
          aria-label={filter.label}
          value={value as string | undefined}
          onChange={(day) => set({ [id]: day ?? undefined })}
        />
      );
    case 'dates':
      return <DatesField {...props} />;
    case 'numbers':
      return <NumbersField {...props} />;
    case 'text':
      return (
        <Input
          aria-label={filter.label}
          value={(value as string | undefined) ?? ''}
          onChange={({ target }) => set({ [id]: target.value || undefined })}
        />
      );
  }
}

type Props = { id: string; filter: Filter; state: ListState; onDone: () => void };

/** Edits one filter; the list follows on "apply", so that a half-typed value asks the server nothing. */
export default function FilterEditor({ id, filter, state, onDone }: Props) {
  const { t } = useTranslation();
  const names = parametersOf(id, filter.kind);
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(names.map((name) => [name, state.search[name]])),
  );
  const set = (patch: Values) => setValues((before) => ({ ...before, ...patch }));
  return (
    <form
      className="zd-filter-editor"
      aria-label={filter.label}
      onSubmit={(event) => {
        event.preventDefault();
        state.setFilters(values);
        onDone();
      }}
    >
      <FilterField id={id} filter={filter} values={values} set={set} />
      <div className="zd-row" style={{ justifyContent: 'flex-end' }}>
        <Button size="small" onClick={onDone}>
          {t('action.cancel')}
        </Button>
        <Button size="small" type="primary" htmlType="submit">
          {t('action.apply')}
        </Button>
      </div>
    </form>
  );
}
