import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoles } from '@/features/organisation/public';
import { PeopleIds, PeopleNames } from '@/shared/ui/pickers/people-ids';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { valueAt } from '@/shared/ui/record-form/merge';
import type { Order } from './mapping';

type Options = readonly { value: string; label: string }[];
export type FormWords = {
  t: TFunction<'approvals'>;
  by: Options;
  within: Options;
  modes: Options;
  role: (name: string) => Field;
  people: (name: string) => Field;
  /** 第 2 步：客户服务部核准 */
  stepLabel: (step: string, order: Order, values: Values) => string;
};

const kinds = ['ROLE', 'SUPERIOR', 'DEPARTMENT_HEAD', 'PEOPLE'] as const;
const places = ['ANYWHERE', 'DEPARTMENT', 'SITE'] as const;
const modes = ['ANY', 'ALL'] as const;
const ids = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

type RoleProps = {
  roles: Options;
  id?: string;
  value?: string | null;
  onChange?: (role: string | null) => void;
};

/** There are many roles: one is found by typing a part of its name. */
function RoleChoice({ roles, value, onChange, ...rest }: RoleProps) {
  return (
    <Select
      {...rest}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={[...roles]}
    />
  );
}

/** What the form of a flow says, and offers to choose from. */
export function useFormWords(): FormWords {
  const { t } = useTranslation('approvals');
  const roles = useRoles();
  return useMemo(() => {
    const held = (roles.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
    return {
      t,
      by: kinds.map((value) => ({ value, label: t(`by.${value}`) })),
      within: places.map((value) => ({ value, label: t(`within.${value}`) })),
      modes: modes.map((value) => ({ value, label: t(`mode.${value}`) })),
      role: (name) => ({
        kind: 'custom',
        name,
        label: t('form.role'),
        required: true,
        control: <RoleChoice roles={held} />,
        show: (value) => held.find((one) => one.value === value)?.label ?? String(value),
      }),
      people: (name) => ({
        kind: 'custom',
        name,
        label: t('form.people'),
        required: true,
        wide: true,
        control: <PeopleIds />,
        show: (value) => <PeopleNames ids={ids(value)} />,
      }),
      stepLabel: (step, order, values) => {
        const place = order.indexOf(step) + 1;
        const name = valueAt(values, `definition.steps.${step}.name`);
        return typeof name === 'string' && name.trim() !== ''
          ? t('form.stepNamed', { place, name: name.trim() })
          : t('form.step', { place });
      },
    };
  }, [t, roles.data]);
}
