import { newFile } from './archive';
import { callAs, inDays, stamp } from './service';

type Loan = { id: string; number: string; version: number; state: string };
type Task = { id: string; version: number; content_hash: string; approval: { subject_id: string } };

/** Everybody who has to signs: the manager of the department, then customer service (A-BOR-01). */
export async function signed({ id }: Pick<Loan, 'id'>, approvers: string[]): Promise<Loan> {
  for (const role of approvers) {
    const approver = await callAs(role);
    const { items } = await approver.get<{ items: Task[] }>(
      '/approval-tasks?subject_kind=client-loan&limit=200',
    );
    const task = items.find(({ approval }) => approval.subject_id === id);
    if (!task) throw new Error(`${role} has nothing to sign for loan ${id}`);
    const body = { content_hash: task.content_hash, comment: '同意' };
    await approver.post(`/approval-tasks/${task.id}/actions/approve`, body, task.version);
  }
  const keeper = await callAs('信息管理员');
  return keeper.get<Loan>(`/client-loans/${id}`);
}

/** A loan that is out with a manager, with its card. */
export async function handedOutLoan(): Promise<Loan> {
  const manager = await callAs('销售经理');
  const asked = await manager.post<Loan>('/client-loans', {
    kind: 'LOAN',
    wanted: `重点客户的基本档案与历年合同（${stamp()}）`,
    purpose: '续签年度框架协议前复核往来记录',
    due_on: inDays(7),
    undertaking: true,
  });
  const { id, version } = await signed(asked, ['市场部经理', '客户信息主管']);
  const keeper = await callAs('信息管理员');
  const files = [(await newFile('借阅')).id];
  const card = { files, note: '纸质档案两册，共 86 页' };
  return keeper.post<Loan>(`/client-loans/${id}/actions/hand-out`, card, version);
}
