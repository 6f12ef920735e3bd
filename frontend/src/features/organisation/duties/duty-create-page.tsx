import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useInventory } from '@/shared/ui/feedback/permission-words';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { SearchChoice } from '../parts/search-choice';
import { createDutyConflict, useDutyConflictsChanged } from './queries';
import { RulePicker } from './rule-picker';

const initial: Values = {};

function useDutySections(): Section[] {
  const { t } = useTranslation('organisation');
  const { data } = useInventory();
  return useMemo(() => {
    const options = (data?.items ?? []).map(({ code, description }) => ({
      value: code,
      label: t('duty.permissionOption', { description, code }),
    }));
    const permission = (name: 'permission_a' | 'permission_b'): Field => ({
      kind: 'custom',
      name,
      label: t(`duty.${name}`),
      required: true,
      control: <SearchChoice options={options} />,
      show: (value) => options.find((one) => one.value === value)?.label ?? null,
    });
    return [
      {
        id: 'duty',
        title: t('duty.pair'),
        hint: t('duty.createHint'),
        fields: [
          permission('permission_a'),
          permission('permission_b'),
          { kind: 'long-text', name: 'reason', label: t('duty.reason'), required: true, max: 500 },
          {
            kind: 'custom',
            name: 'clauses',
            label: t('duty.clauses'),
            help: t('duty.clausesHint'),
            wide: true,
            control: <RulePicker />,
            show: (value) => ((value as string[] | null) ?? []).join(t('separator')),
          },
        ],
      },
    ];
  }, [t, data]);
}

export function DutyCreatePage() {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const changed = useDutyConflictsChanged();
  const sections = useDutySections();
  const open = useCallback(
    ({ id }: { id: string }) => {
      navigate({ to: '/duty-conflicts/$id', params: { id }, replace: true });
    },
    [navigate],
  );
  return (
    <div className="zd-page">
      <h1>{t('duty.create')}</h1>
      <RecordForm
        label={t('duty.create')}
        sections={sections}
        initial={initial}
        target={{
          mode: 'CREATE',
          save: async (body: Parameters<typeof createDutyConflict>[0], key) => {
            const made = await createDutyConflict(body, key);
            await changed();
            return made;
          },
        }}
        submitLabel={t('duty.create')}
        onSaved={open}
        onCancel={() => navigate({ to: '/duty-conflicts' })}
      />
    </div>
  );
}
