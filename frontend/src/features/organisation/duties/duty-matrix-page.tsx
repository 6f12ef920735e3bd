import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { type Role, useRoles } from '../roles/queries';
import '../organisation.css';
import { useCreateDuty } from './duty-list-page';
import { DutyTabs } from './duty-tabs';
import { excludedRoles, namedPermissions, pairOf } from './matrix';
import { type DutyConflict, useDutyConflicts } from './queries';

/** What stands in a cell: the rules that demand the separation, or that the company itself does. */
function useMark(): (pair: DutyConflict) => string {
  const { t } = useTranslation('organisation');
  return ({ clauses }) => clauses.map(({ id }) => id).join(t('separator')) || t('duty.ownRule');
}

function Matrix({ pairs }: { pairs: readonly DutyConflict[] }) {
  const { t } = useTranslation('organisation');
  const word = usePermissionWord();
  const mark = useMark();
  const named = useMemo(() => namedPermissions(pairs), [pairs]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="zd-panel zd-org-matrix" aria-label={t('duty.matrix')} tabIndex={0}>
      <table>
        <caption>
          <span>{t('duty.matrixHint')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('duty.permission')}</th>
            {named.map((code, place) => (
              <th key={code} scope="col">
                <span aria-hidden="true">{place + 1}</span>
                <span className="zd-visually-hidden">{word(code)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {named.map((row, place) => (
            <tr key={row}>
              <th scope="row">
                <span className="zd-org-place">{place + 1}</span> {word(row)}
                <code className="zd-mono zd-muted">{row}</code>
              </th>
              {named.map((column) => {
                const pair = pairOf(pairs, row, column);
                return (
                  <td key={column} data-same={row === column} data-pair={Boolean(pair)}>
                    {pair ? (
                      <RecordLink type="duty-conflict" id={pair.id}>
                        <span title={pair.reason}>
                          <span aria-hidden="true">✕ </span>
                          {mark(pair)}
                        </span>
                      </RecordLink>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the matrix comes to for roles: which of them one person cannot hold together. */
function RolesApart({ pairs, roles }: { pairs: readonly DutyConflict[]; roles: readonly Role[] }) {
  const { t } = useTranslation('organisation');
  const mark = useMark();
  const apart = useMemo(() => excludedRoles(roles, pairs), [roles, pairs]);
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="apart">
      <h2 id="apart">{t('duty.rolesApart')}</h2>
      {apart.length === 0 ? <p className="zd-muted">{t('duty.noRolesApart')}</p> : null}
      <dl className="zd-org-apart">
        {apart.map(({ role, excluded }) => (
          <div key={role.id}>
            <dt>
              <RecordLink type="role" id={role.id}>
                {role.name}
              </RecordLink>
            </dt>
            <dd>
              {excluded.map(({ role: other, pairs: against }) => (
                <span key={other.id} className="zd-org-apart-one">
                  <RecordLink type="role" id={other.id}>
                    {other.name}
                  </RecordLink>{' '}
                  <span className="zd-muted">{[...new Set(against.map(mark))].join(t('separator'))}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function DutyMatrixPage() {
  const { t } = useTranslation('organisation');
  const conflicts = useDutyConflicts(false);
  const roles = useRoles();
  const create = useCreateDuty();
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('duty.list')}</h1>
        {create}
      </div>
      <DutyTabs current="matrix" />
      <QueryGate query={conflicts}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('duty.none')} hint={t('duty.noneHint')} action={create} />
          ) : (
            <>
              <Matrix pairs={items} />
              <QueryGate query={roles}>{(all) => <RolesApart pairs={items} roles={all.items} />}</QueryGate>
            </>
          )
        }
      </QueryGate>
    </div>
  );
}
