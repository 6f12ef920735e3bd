import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import '../organisation.css';
import { SearchChoice } from '../parts/search-choice';
import { type Person, usePeopleChanged } from '../people/queries';
import { useRoles } from '../roles/queries';
import { collisionOf, type Side } from './collision';
import { CollisionNote } from './collision-note';
import { createGrant, useLatestGrants } from './queries';
import { isOpen, timesOf } from './standing';

function useGrantFields(): Field[] {
  const { t } = useTranslation('organisation');
  const roles = useRoles();
  return useMemo(() => {
    const options = (roles.data?.items ?? []).map(({ id, name, code }) => ({
      value: id,
      label: t('grant.roleOption', { name, code }),
    }));
    return [
      {
        kind: 'custom',
        name: 'role_id',
        label: t('grant.role'),
        required: true,
        wide: true,
        control: <SearchChoice options={options} loading={roles.isFetching} />,
        show: (value) => options.find((one) => one.value === value)?.label ?? null,
      },
      { kind: 'date', name: 'valid_from', label: t('grant.from'), help: t('grant.fromHint') },
      { kind: 'date', name: 'valid_until', label: t('grant.until'), help: t('grant.untilHint') },
      { kind: 'long-text', name: 'reason', label: t('form.reason'), required: true, max: 500 },
    ];
  }, [t, roles.data, roles.isFetching]);
}

/** Why the service refused, as far as it is a conflict of duties. */
function useCollision(person: Person) {
  const roles = useRoles().data?.items;
  const grants = useLatestGrants(person.id).data?.items;
  const [sides, setSides] = useState<readonly Side[] | null>(null);
  const explain = (error: unknown, roleId: unknown) => {
    const problem = asProblem(error);
    if (problem.code !== 'DUTY_CONFLICT') return;
    const now = new Date().toISOString();
    const held = new Set((grants ?? []).filter((one) => isOpen(one, now)).map(({ role }) => role.id));
    const wanted = roles?.find(({ id }) => id === roleId);
    setSides(collisionOf(problem.params, wanted, roles?.filter(({ id }) => held.has(id)) ?? []));
  };
  return { sides, explain, forget: () => setSides(null) };
}

/** A role for a person, for a time and with a reason; a refusal names what it would collide with. */
export function GrantForm({ person, done }: { person: Person; done: () => void }) {
  const { t } = useTranslation('organisation');
  const { message } = App.useApp();
  const changed = usePeopleChanged();
  const fields = useGrantFields();
  const collision = useCollision(person);
  return (
    <div className="zd-stack">
      {collision.sides ? <CollisionNote sides={collision.sides} /> : null}
      <SmallForm
        label={t('action.grant-role')}
        fields={fields}
        save={async ({ role_id, valid_from, valid_until, reason }: Values, key) => {
          collision.forget();
          const times = timesOf(valid_from, valid_until);
          const body = { person_id: person.id, role_id: String(role_id), reason: String(reason), ...times };
          try {
            await createGrant(body, key);
          } catch (error) {
            collision.explain(error, role_id);
            throw error;
          }
          message.success(t('grant.given'));
          await changed();
        }}
        onDone={done}
        onValues={collision.forget}
      />
    </div>
  );
}
