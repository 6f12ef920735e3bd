import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { ChangeForm } from '../parts/change-form';
import { changeRole, createRole, type Role, readRole, useRole, useRolesChanged } from './queries';
import { roleValues, useRoleSections } from './role-fields';

const initial: Values = { clearance: 0, permissions: [] };
type Input = Parameters<typeof createRole>[0];

export function RoleCreatePage() {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const changed = useRolesChanged();
  const sections = useRoleSections();
  const open = useCallback(
    ({ id }: { id: string }) => {
      navigate({ to: '/roles/$id', params: { id }, replace: true });
    },
    [navigate],
  );
  return (
    <div className="zd-page">
      <h1>{t('role.create')}</h1>
      <RecordForm
        label={t('role.create')}
        sections={sections}
        initial={initial}
        target={{
          mode: 'CREATE',
          save: async (body: Omit<Input, 'permissions'> & Partial<Input>, key) => {
            // A form sends only what was filled in; a role without permissions is one all the same.
            const made = await createRole({ ...body, permissions: body.permissions ?? [] }, key);
            await changed();
            return made;
          },
        }}
        draft={{ kind: 'role.create', key: 'new' }}
        submitLabel={t('role.create')}
        onSaved={open}
        onCancel={() => navigate({ to: '/roles' })}
      />
    </div>
  );
}

function EditForm({ role }: { role: Role }) {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const changed = useRolesChanged();
  const sections = useRoleSections();
  const { id } = role;
  const back = useCallback(
    () => navigate({ to: '/roles/$id', params: { id }, replace: true }),
    [navigate, id],
  );
  return (
    <ChangeForm
      label={t('form.edit', { name: role.name })}
      sections={sections}
      row={role}
      valuesOf={roleValues}
      read={() => readRole(id)}
      save={async (patch: Parameters<typeof changeRole>[1], version) => {
        await changeRole(id, patch, version);
        await changed();
      }}
      draft={{ kind: 'role.edit', key: id }}
      onDone={back}
    />
  );
}

export function RoleEditPage() {
  const { t } = useTranslation('organisation');
  const { id } = useParams({ from: '/_app/roles/$id/edit' });
  const role = useRole(id);
  return (
    <div className="zd-page">
      <h1>{role.data ? t('form.edit', { name: role.data.name }) : t('action.edit')}</h1>
      <QueryGate query={role}>{(found) => <EditForm key={found.id} role={found} />}</QueryGate>
    </div>
  );
}
