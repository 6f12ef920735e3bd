import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService, rights } from '@/shared/testing/service';
import { DutyMatrixPage } from './duty-matrix-page';

const conflict = (id: string, a: string, b: string, clauses: object[]) => ({
  id,
  permission_a: a,
  permission_b: b,
  reason: '须由两人承担',
  clauses,
  valid_from: '2026-01-01T00:00:00Z',
  version: 1,
  allowed_actions: [],
});
const role = (name: string, ...codes: string[]) => ({
  id: name,
  name,
  code: name,
  permissions: codes.map((permission) => ({ permission, scope: 'ALL' })),
});

describe('the matrix of duties on its page', () => {
  it('marks a pair on both sides with its rule, and names the roles that it keeps apart', async () => {
    fakeService({
      ...rights(),
      'GET /permissions': () => ({
        body: {
          items: [
            { code: 'client.confirm-inferior', description: '确认劣质客户' },
            { code: 'client.report-inferior', description: '上报劣质客户' },
            { code: 'client.read', description: '查看客户档案' },
            { code: 'role.grant', description: '授予和撤销角色' },
          ],
        },
      }),
      'GET /duty-conflicts': () => ({
        body: {
          items: [
            conflict('c1', 'client.confirm-inferior', 'client.report-inferior', [
              { id: 'B-CRM-12', title: '劣质客户' },
            ]),
            conflict('c2', 'client.read', 'role.grant', []),
          ],
        },
      }),
      'GET /roles': () => ({
        body: {
          items: [
            role('客服专员', 'client.report-inferior'),
            role('客户服务部经理', 'client.confirm-inferior'),
          ],
        },
      }),
    });
    await renderPage(DutyMatrixPage);
    const row = await screen.findByRole('row', { name: /client\.report-inferior/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['✕ B-CRM-12', '', '', '']);
    const other = screen.getByRole('row', { name: /role\.grant/ });
    expect(within(other).getByText(/公司规定/)).toBeInTheDocument();
    const [first] = await screen.findAllByRole('definition');
    expect(first).toHaveTextContent('客户服务部经理 B-CRM-12');
    expect(screen.queryByRole('button', { name: '登记不相容职责' })).toBeNull();
  });
});
