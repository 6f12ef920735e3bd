import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAreaWord, useInventory } from '@/shared/ui/feedback/permission-words';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { Tag } from '@/shared/ui/values/tag';
import { holds } from '../parts/whole-list';
import { type Scope, scopes, useWords } from '../parts/words';
import { byArea } from './by-area';
import { scopeOf, withScope } from './chosen';
import type { Permission, RolePermission } from './queries';
import '../organisation.css';

type Props = { id?: string; value?: RolePermission[]; onChange?: (value: RolePermission[]) => void };
type RowProps = {
  permission: Permission;
  scope: Scope | null;
  onScope: (scope: Scope | null) => void;
};

function Row({ permission, scope, onScope }: RowProps) {
  const { t } = useTranslation('organisation');
  const words = useWords();
  const { code, description, privileged } = permission;
  return (
    <li className="zd-org-permission">
      <Checkbox
        checked={scope !== null}
        // As little as there is: whoever means more says so.
        onChange={({ target }) => onScope(target.checked ? 'OWN' : null)}
      >
        {description} <code className="zd-mono zd-muted">{code}</code>{' '}
        {privileged ? <Tag tone="warning">{t('role.privileged')}</Tag> : null}
      </Checkbox>
      {scope ? (
        <Select
          size="small"
          className="zd-org-scope"
          aria-label={t('role.scopeOf', { permission: description })}
          value={scope}
          onChange={onScope}
          options={scopes.map((value) => ({ value, label: words.scope(value) }))}
        />
      ) : null}
    </li>
  );
}

/** What a role may do and how far: the whole inventory by area, each permission with a scope of its own. */
export function PermissionPicker({ id, value = [], onChange }: Props) {
  const { t } = useTranslation('organisation');
  const areaWord = useAreaWord();
  const inventory = useInventory();
  const [q, setQ] = useState('');
  const [onlyChosen, setOnlyChosen] = useState(false);
  const shown = (inventory.data?.items ?? []).filter(
    ({ code, description }) =>
      holds(q, [code, description]) && (!onlyChosen || scopeOf(value, code) !== null),
  );
  return (
    <div className="zd-stack">
      <div className="zd-row">
        <Input
          id={id}
          className="zd-org-find"
          allowClear
          placeholder={t('role.findPermission')}
          value={q}
          onChange={({ target }) => setQ(target.value)}
          // Enter looks for nothing more, and must not send the form.
          onPressEnter={(event) => event.preventDefault()}
        />
        <Checkbox checked={onlyChosen} onChange={({ target }) => setOnlyChosen(target.checked)}>
          {t('role.onlyChosen', { count: value.length })}
        </Checkbox>
      </div>
      {inventory.isError ? (
        <ProblemAlert error={inventory.error} onRetry={() => inventory.refetch()} compact />
      ) : null}
      <div className="zd-org-areas">
        {byArea(shown, ({ code }) => code).map(({ area, items }) => (
          <fieldset key={area}>
            <legend>{areaWord(area)}</legend>
            <ul>
              {items.map((permission) => (
                <Row
                  key={permission.code}
                  permission={permission}
                  scope={scopeOf(value, permission.code)}
                  onScope={(scope) => onChange?.(withScope(value, permission.code, scope))}
                />
              ))}
            </ul>
          </fieldset>
        ))}
      </div>
    </div>
  );
}
