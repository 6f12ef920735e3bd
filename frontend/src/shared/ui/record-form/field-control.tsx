import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { cloneElement, isValidElement, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DepartmentPicker } from '../pickers/department-picker';
import { DateInput } from '../pickers/lazy-date-input';
import { MoneyInput } from '../pickers/money-input';
import { PersonPicker } from '../pickers/person-picker';
import type { Field } from './fields';

type Injected = { id?: string; value?: unknown; onChange?: (value: never) => void };

/** The control of a field; antd's Form.Item hands it `id`, `value` and `onChange`. */
export function FieldControl({ field, ...injected }: { field: Field } & Injected) {
  const { t } = useTranslation();
  const common = { ...injected, disabled: field.disabled } as Record<string, unknown>;
  switch (field.kind) {
    case 'text':
      return field.type === 'password' ? (
        <Input.Password {...common} maxLength={field.max} autoComplete={field.autoComplete} />
      ) : (
        <Input
          {...common}
          maxLength={field.max}
          type={field.type}
          autoComplete={field.autoComplete ?? 'off'}
        />
      );
    case 'long-text':
      return <Input.TextArea {...common} maxLength={field.max} autoSize={{ minRows: 2, maxRows: 10 }} />;
    case 'number':
      return (
        // Its own bounds would put another figure in the place of the one typed: the rule of the field refuses.
        <InputNumber {...common} suffix={field.unit} style={{ width: '100%' }} />
      );
    case 'money':
      return <MoneyInput {...common} currency={field.currency} />;
    case 'date':
      return <DateInput {...common} />;
    case 'person':
      return <PersonPicker {...common} />;
    case 'department':
      return <DepartmentPicker {...common} />;
    case 'tags':
      return (
        <Select
          {...common}
          mode="tags"
          tokenSeparators={[',', '，', '、', ';', '；']}
          open={false}
          suffixIcon={null}
        />
      );
    case 'choice':
      return <Select {...common} allowClear={!field.required} options={[...field.options]} />;
    case 'choices':
      return <Checkbox.Group {...common} options={[...field.options]} />;
    case 'yes-no':
      return (
        <Radio.Group
          {...common}
          options={[
            { value: true, label: t('value.yes') },
            { value: false, label: t('value.no') },
          ]}
        />
      );
    case 'custom':
      return isValidElement(field.control)
        ? cloneElement(field.control as ReactElement<object>, common)
        : null;
  }
}
