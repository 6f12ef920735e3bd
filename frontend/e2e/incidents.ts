import { callAs, inDays, personOf, stamp } from './service';

export type Incident = { id: string; number: string; version: number; state: string };

/** 吕文静 finds out, 程涛 is the party and 唐伟 his superior, 沈慧敏 handles it. */
export const finder = '客服专员';
export const party = '业务员';
export const superior = '销售经理';
export const handler = '客户信息主管';

/** A leak that is looked into. */
export async function reportedIncident(): Promise<Incident> {
  const person_id = await personOf(party);
  return (await callAs(finder)).post<Incident>('/client-incidents', {
    kind: 'LEAK',
    occurred_on: inDays(-1),
    what_happened: `客户名单被转发到行业微信群（${stamp()}）`,
    parties: [{ person_id, deed: '将客户名单转发给外部人员' }],
  });
}
