import { useParams, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { GrantList } from '../grants/grant-list';
import '../organisation.css';
import { useAreaWord, useInventory, usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { useWords } from '../parts/words';
import { byArea } from './by-area';
import { type Role, useRole } from './queries';

function PermissionsPanel({ role }: { role: Role }) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const areaWord = useAreaWord();
  const word = usePermissionWord();
  const privileged = new Set(
    useInventory()
      .data?.items.filter((one) => one.privileged)
      .map(({ code }) => code),
  );
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="permissions">
      <h2 id="permissions">
        {t('role.permissions')} <span className="zd-muted">{role.permissions.length}</span>
      </h2>
      {role.permissions.length === 0 ? <p className="zd-muted">{t('role.noPermissions')}</p> : null}
      <div className="zd-org-areas">
        {byArea(role.permissions, ({ permission }) => permission).map(({ area, items }) => (
          <section key={area} aria-label={areaWord(area)}>
            <h3>{areaWord(area)}</h3>
            <ul>
              {items.map(({ permission, scope }) => (
                <li key={permission} className="zd-org-permission">
                  <span>
                    {word(permission)} <code className="zd-mono zd-muted">{permission}</code>
                  </span>
                  <span className="zd-row">
                    {privileged.has(permission) ? <Tag tone="warning">{t('role.privileged')}</Tag> : null}
                    <Tag tone={scope === 'ALL' ? 'accent' : 'neutral'}>{words.scope(scope)}</Tag>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function Holders({ id }: { id: string }) {
  const { t } = useTranslation('organisation');
  const which = useMemo(() => ({ role_id: [id], active: true }), [id]);
  return <GrantList title={t('role.holders')} which={which} named="person" empty={t('role.heldByNone')} />;
}

function RoleBody({ role }: { role: Role }) {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const words = useWords();
  const can = useCan();
  return (
    <>
      <RecordHeader
        list="roles"
        id={role.id}
        listHref="/roles"
        goTo={(id) => router.history.push(`/roles/${id}`)}
        number={role.code}
        title={role.name}
        tags={<Tag>{t(role.built_in ? 'role.builtIn' : 'role.own')}</Tag>}
        actions={
          <ActionBar
            allowed={role.allowed_actions}
            actions={[{ action: 'update', label: t('action.edit'), href: `/roles/${role.id}/edit` }]}
          />
        }
      />
      <section className="zd-panel zd-inset">
        <Facts
          items={[
            { label: t('role.description'), value: <PlainText value={role.description} />, wide: true },
            { label: t('role.clearance'), value: words.clearance(role.clearance) },
            { label: t('person.created'), value: <TimeText value={role.created_at} /> },
            { label: t('person.updated'), value: <TimeText value={role.updated_at} /> },
          ]}
        />
      </section>
      <PermissionsPanel role={role} />
      {can('role.read') ? <Holders id={role.id} /> : null}
    </>
  );
}

/** One role: what it lets its holders do, how far, and who they are. */
export function RolePage() {
  const { id } = useParams({ from: '/_app/roles/$id/' });
  const role = useRole(id);
  return (
    <div className="zd-page">
      <QueryGate query={role}>{(found) => <RoleBody key={found.id} role={found} />}</QueryGate>
    </div>
  );
}
