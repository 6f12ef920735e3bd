import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { ActionBar, type ActionView } from '@/shared/ui/record/action-bar';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { ChangeForm } from '../parts/change-form';
import { departmentValues, useMoveSections } from './department-fields';
import {
  changeDepartment,
  closeDepartment,
  type Department,
  readDepartment,
  useDepartmentsChanged,
} from './queries';

function MoveForm({ department, done }: { department: Department; done: () => void }) {
  const { t } = useTranslation('organisation');
  const changed = useDepartmentsChanged();
  return (
    <ChangeForm
      label={t('department.move')}
      sections={useMoveSections()}
      row={department}
      valuesOf={departmentValues}
      read={() => readDepartment(department.id)}
      save={async (patch: Parameters<typeof changeDepartment>[1], version) => {
        await changeDepartment(department.id, patch, version);
        await changed();
      }}
      onDone={done}
    />
  );
}

/** What may be done to a department. To move it is to change it, and to set one up below it is its keeper's. */
export function DepartmentActions({ department }: { department: Department }) {
  const { t } = useTranslation('organisation');
  const can = useCan();
  const changed = useDepartmentsChanged();
  const update = department.allowed_actions.filter(({ action }) => action === 'update');
  const below = can('department.manage') && !department.closed;
  const views: ActionView[] = [
    { action: 'update', label: t('action.edit'), href: `/departments/${department.id}/edit` },
    {
      action: 'move',
      label: t('department.move'),
      form: (done) => <MoveForm department={department} done={done} />,
    },
    {
      action: 'add-below',
      label: t('department.addBelow'),
      href: `/departments/new?parent=${department.id}`,
    },
    {
      action: 'close',
      label: t('department.close'),
      danger: true,
      form: (done) => (
        <ReasonForm
          label={t('department.close')}
          hint={t('department.closeHint')}
          save={async (reason, key) => {
            await closeDepartment(department, reason, key);
            await changed();
          }}
          done={done}
        />
      ),
    },
  ];
  const allowed = [
    ...department.allowed_actions,
    ...update.map((one) => ({ ...one, action: 'move' })),
    ...(below ? [{ action: 'add-below', enabled: true, reasons: [] }] : []),
  ];
  return <ActionBar allowed={allowed} actions={views} />;
}
