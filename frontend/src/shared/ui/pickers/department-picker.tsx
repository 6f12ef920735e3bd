import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { useDepartments } from './names';
import type { PickerProps } from './person-picker';

type Department = components['schemas']['Department'];

/** Departments as a tree written in lines: each under its parent, with the path to search in. */
export function departmentLines(
  departments: readonly Department[],
): { id: string; name: string; path: string; depth: number }[] {
  const known = new Set(departments.map(({ id }) => id));
  const under = (parent: string | null, path: string, depth: number): ReturnType<typeof departmentLines> =>
    departments
      .filter((one) => (one.parent_id && known.has(one.parent_id) ? one.parent_id : null) === parent)
      .flatMap(({ id, name }) => {
        const own = path ? `${path} / ${name}` : name;
        return [{ id, name, path: own, depth }, ...under(id, own, depth + 1)];
      });
  return under(null, '', 0);
}

export function DepartmentPicker({ value, onChange, ...rest }: PickerProps) {
  const { t } = useTranslation();
  const departments = useDepartments();
  const options = useMemo(
    () =>
      departmentLines((departments.data?.items ?? []).filter(({ closed }) => !closed)).map((line) => ({
        value: line.id,
        label: line.path,
        line,
      })),
    [departments.data],
  );
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={options}
      optionRender={(option) => (
        <span style={{ paddingInlineStart: option.data.line.depth * 12 }}>{option.data.line.name}</span>
      )}
      loading={departments.isFetching}
      placeholder={t('picker.department')}
      notFoundContent={departments.isError ? t('picker.failed') : t('picker.none')}
      style={{ width: '100%' }}
    />
  );
}
