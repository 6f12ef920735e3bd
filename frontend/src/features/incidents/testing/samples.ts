import type { Incident } from '../queries';

export const may = (...actions: string[]): Incident['allowed_actions'] =>
  actions.map((action) => ({ action, enabled: true, reasons: [] }));

const chengtao = { id: 'p1', name: '程涛' };
const tangwei = { id: 'p2', name: '唐伟' };

export const reported: Incident = {
  id: 'i1',
  number: 'XM-20261123-0001',
  kind: 'LEAK',
  state: 'OPEN',
  occurred_on: '2026-11-20',
  named: [{ person: chengtao, superior: tangwei }],
  department: { id: 'd1', name: '销售一部' },
  reported_by: { id: 'p3', name: '吕文静' },
  reported_at: '2026-11-23T02:00:00Z',
  version: 3,
  what_happened: '客户名单被转发到行业微信群',
  level: 1,
  loan: { id: 'l1', number: 'LN-20261119-0002' },
  files: [{ id: 'c1', number: 'KH-20230314-0007', name: '锦川机电' }],
  parties: [
    {
      person: chengtao,
      deed: '转发客户名单',
      superior: tangwei,
      statement: { text: '名单系旧版', at: '2026-11-23T03:00:00Z' },
    },
  ],
  history: [{ act: 'REPORTED', at: '2026-11-23T02:00:00Z', by: { id: 'p3', name: '吕文静' } }],
  allowed_actions: [],
};

export const concluded: Incident = {
  ...reported,
  state: 'CONCLUDED',
  parties: reported.parties.map((party) => ({
    ...party,
    consequence: { measure: 'FINE', fine: { amount: '500.00', currency: 'CNY' }, note: '初犯' },
    leadership: { measure: 'WARNING', note: '监督不力' },
  })),
  remedy: '收回外传资料',
  concluded_by: { id: 'p4', name: '周敏' },
  concluded_at: '2026-11-24T02:00:00Z',
};
