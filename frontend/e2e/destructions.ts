import { approveAs } from './approvals';
import { callAs, stamp } from './service';

type File = { id: string; number: string; name: string };
export type Destruction = {
  id: string;
  number: string;
  state: string;
  version: number;
  approval_id: string;
  client: { id: string; number: string };
};

/** 杜欣怡 proposes; 姜思涵, the other keeper of the archive, carries out. */
export const proposer = 'duxinyi';
export const carrier = 'jiangsihan';
/** The three of the handbook, in its order (A-BOR-06). */
const approvers = ['shenhuimin', 'zhoumin', 'hejianguo'];

const day = 86_400_000;
/** The two years that the product comes with, and a month more. */
const longAgo = () => new Date(Date.now() - 760 * day).toISOString();

/** Files of the demo company that nobody dealt with for long, and that are worth nothing to it (A-BOR-07). */
async function candidates(): Promise<File[]> {
  const keeper = await callAs(proposer);
  const query = new URLSearchParams([
    ['state', 'POTENTIAL'],
    ['state', 'IN_THE_MAKING'],
    ['tier', 'GENERAL'],
    ['tier', 'POTENTIAL'],
    ['inferior', 'NONE'],
    ['supplemented_before', longAgo()],
    ['limit', '200'],
  ]);
  const { items } = await keeper.get<{ items: File[] }>(`/clients?${query}`);
  // Several tests look at the same time: each begins somewhere else.
  const from = Math.floor(Math.random() * items.length);
  return [...items.slice(from), ...items.slice(0, from)];
}

const isRefused = (error: unknown) => error instanceof Error && /: 409 /.test(error.message);

/** A file that may be destroyed, for a test that proposes it itself. */
export async function obsoleteFile(): Promise<File> {
  const keeper = await callAs(proposer);
  for (const file of await candidates()) {
    const { allowed_actions } = await keeper.get<{
      allowed_actions: { action: string; enabled: boolean }[];
    }>(`/clients/${file.id}`);
    if (allowed_actions.some(({ action, enabled }) => action === 'propose-destruction' && enabled))
      return file;
  }
  throw new Error('the demo company has no file that grew old');
}

/** A proposal under approval. */
export async function proposed(): Promise<Destruction & { file: File }> {
  const keeper = await callAs(proposer);
  for (const file of await candidates()) {
    const body = {
      client_id: file.id,
      ground: 'CEASED',
      reason: `长期无往来，销售部确认不再合作（${stamp()}）`,
    };
    try {
      return { ...(await keeper.post<Destruction>('/client-destructions', body)), file };
    } catch (error) {
      // Lent, handed in about, or another test was faster: the next one may do.
      if (!isRefused(error)) throw error;
    }
  }
  throw new Error('the demo company has no file that grew old');
}

/** All three sign, one after the other. */
export async function approvedByAll(request: Pick<Destruction, 'id' | 'approval_id'>): Promise<Destruction> {
  for (const login of approvers) await approveAs(login, request);
  return (await callAs(carrier)).get<Destruction>(`/client-destructions/${request.id}`);
}

/** A certificate. */
export async function destroyed(): Promise<Destruction> {
  const { id, version, client } = await approvedByAll(await proposed());
  const body = { client_number: client.number };
  return (await callAs(carrier)).post<Destruction>(
    `/client-destructions/${id}/actions/carry-out`,
    body,
    version,
  );
}
