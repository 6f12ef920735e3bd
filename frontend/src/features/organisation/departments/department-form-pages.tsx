import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { ChangeForm } from '../parts/change-form';
import { departmentValues, useDepartmentSections } from './department-fields';
import {
  changeDepartment,
  createDepartment,
  type Department,
  readDepartment,
  useDepartment,
  useDepartmentsChanged,
} from './queries';

export function DepartmentCreatePage() {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const { parent } = useSearch({ from: '/_app/departments/new' });
  const changed = useDepartmentsChanged();
  const sections = useDepartmentSections();
  const initial = useMemo(() => ({ parent_id: parent ?? null }), [parent]);
  const open = useCallback(
    ({ id }: { id: string }) => {
      navigate({ to: '/departments/$id', params: { id }, replace: true });
    },
    [navigate],
  );
  return (
    <div className="zd-page">
      <h1>{t('department.create')}</h1>
      <RecordForm
        label={t('department.create')}
        sections={sections}
        initial={initial}
        target={{
          mode: 'CREATE',
          save: async (body: Parameters<typeof createDepartment>[0], key) => {
            const made = await createDepartment(body, key);
            await changed();
            return made;
          },
        }}
        submitLabel={t('department.create')}
        onSaved={open}
        onCancel={() => navigate({ to: '/departments' })}
      />
    </div>
  );
}

function EditForm({ department }: { department: Department }) {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const changed = useDepartmentsChanged();
  const sections = useDepartmentSections();
  const { id } = department;
  const back = useCallback(
    () => navigate({ to: '/departments/$id', params: { id }, replace: true }),
    [navigate, id],
  );
  return (
    <ChangeForm
      label={t('form.edit', { name: department.name })}
      sections={sections}
      row={department}
      valuesOf={departmentValues}
      read={() => readDepartment(id)}
      save={async (patch: Parameters<typeof changeDepartment>[1], version) => {
        await changeDepartment(id, patch, version);
        await changed();
      }}
      onDone={back}
    />
  );
}

export function DepartmentEditPage() {
  const { t } = useTranslation('organisation');
  const { id } = useParams({ from: '/_app/departments/$id/edit' });
  const department = useDepartment(id);
  return (
    <div className="zd-page">
      <h1>{department.data ? t('form.edit', { name: department.data.name }) : t('action.edit')}</h1>
      <QueryGate query={department}>{(found) => <EditForm key={found.id} department={found} />}</QueryGate>
    </div>
  );
}
