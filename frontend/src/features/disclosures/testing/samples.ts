import type { Disclosure } from '../queries';

export const may = (...actions: string[]): Disclosure['allowed_actions'] =>
  actions.map((action) => ({ action, enabled: true, reasons: [] }));

export const requested: Disclosure = {
  id: 'x1',
  number: 'DW-20261130-0001',
  recipient_kind: 'PARTNER',
  recipient: '四川天府物流有限公司',
  purpose: '联合投标所需的业绩证明',
  ground: 'CONSENT',
  legal_basis: null,
  sections: ['BASIC', 'PURCHASES'],
  form: 'PAPER',
  state: 'REQUESTED',
  requested_by: { id: 'p1', name: '程涛' },
  requested_at: '2026-11-29T01:00:00Z',
  department: { id: 'd1', name: '销售一部' },
  level: 1,
  file_count: 1,
  destroyed_files: 0,
  version: 3,
  files: [
    {
      client: { id: 'c1', name: '锦川机电' },
      number: 'KH-1',
      consent: {
        given_by: '周建平，总经理',
        given_on: '2026-11-20',
        attachment: { id: 'a1', name: '信息提供同意书.pdf' },
        attachment_removed: false,
        revocable: false,
      },
    },
  ],
  approval_id: null,
  allowed_actions: [],
};
