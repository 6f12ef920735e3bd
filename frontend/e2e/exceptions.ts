import { openObligation } from './obligations';
import { callAs, inDays, stamp } from './service';

export type Exception = { id: string; reason: string; state: string; clauses: { id: string }[] };

/** Somebody asks to be let off from what is due of them. */
export async function askedException(role: string): Promise<Exception> {
  const caller = await callAs(role);
  const { id } = await openObligation(role);
  const reason = `客户停产检修，无法核对现场资料（${stamp()}）`;
  return caller.post<Exception>(`/obligations/${id}/exceptions`, { reason, until: inDays(20) });
}
