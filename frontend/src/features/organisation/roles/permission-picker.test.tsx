import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService } from '@/shared/testing/service';
import { PermissionPicker } from './permission-picker';
import type { RolePermission } from './queries';

const items = [
  { code: 'client.read', description: '查看客户档案', module: 'client', privileged: false },
  { code: 'client.verify', description: '核定客户档案', module: 'client', privileged: false },
  { code: 'role.grant', description: '授予和撤销角色', module: 'role', privileged: true },
];

function Picking() {
  const [value, setValue] = useState<RolePermission[]>([{ permission: 'client.read', scope: 'ALL' }]);
  return (
    <>
      <PermissionPicker value={value} onChange={setValue} />
      <output>{value.map(({ permission, scope }) => `${permission}=${scope}`).join(' ')}</output>
    </>
  );
}

describe('choosing the permissions of a role', () => {
  it('begins with the narrowest scope, widens it, and takes a permission out again', async () => {
    fakeService({ 'GET /permissions': () => ({ body: { items } }) });
    await renderPage(Picking);
    await userEvent.click(await screen.findByRole('checkbox', { name: /核定客户档案/ }));
    expect(screen.getByRole('status')).toHaveTextContent('client.read=ALL client.verify=OWN');
    await userEvent.click(screen.getByRole('combobox', { name: '“核定客户档案”的范围' }));
    await userEvent.click(await screen.findByTitle('本部门及下级'));
    expect(screen.getByRole('status')).toHaveTextContent('client.read=ALL client.verify=SUBTREE');
    await userEvent.click(screen.getByRole('checkbox', { name: /查看客户档案/ }));
    expect(screen.getByRole('status')).toHaveTextContent(/^client\.verify=SUBTREE$/);
  });

  it('finds a permission by name or code, and shows the chosen alone on request', async () => {
    fakeService({ 'GET /permissions': () => ({ body: { items } }) });
    await renderPage(Picking);
    await screen.findByRole('group', { name: '角色与授权' });
    await userEvent.click(screen.getByRole('checkbox', { name: /只看已选 1 项/ }));
    expect(screen.queryByRole('group', { name: '角色与授权' })).toBeNull();
    expect(screen.getByRole('checkbox', { name: /查看客户档案/ })).toBeChecked();
    await userEvent.click(screen.getByRole('checkbox', { name: /只看已选 1 项/ }));
    await userEvent.type(screen.getByRole('textbox'), 'grant');
    expect(screen.getByRole('checkbox', { name: /授予和撤销角色/ })).toBeInTheDocument();
    expect(screen.queryByRole('checkbox', { name: /客户档案/ })).toBeNull();
  });
});
