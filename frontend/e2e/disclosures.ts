import { approveAs } from './approvals';
import { newFile } from './archive';
import { callAs, personOf, stamp } from './service';

export type Disclosure = {
  id: string;
  number: string;
  state: string;
  version: number;
  approval_id: string;
};

/** 程涛 asks; 唐伟, 沈慧敏 and 何建国 review, in this order (B-SEC-07). */
const reviewers = ['tangwei', 'shenhuimin', 'hejianguo'];

/** Under approval, to an authority about a file of the salesperson's. */
export async function openDisclosure(): Promise<Disclosure & { file: { id: string; name: string } }> {
  const file = await newFile('对外提供', { owner_id: await personOf('业务员') });
  const seller = await callAs('业务员');
  const made = await seller.post<Disclosure>('/client-disclosures', {
    recipient_kind: 'AUTHORITY',
    recipient: '成都市公安局成华区分局',
    purpose: `配合经济案件调查取证（${stamp()}）`,
    ground: 'LAW',
    legal_basis: '《中华人民共和国数据安全法》第三十五条；成公成调证字〔2026〕118 号',
    sections: ['BASIC', 'PURCHASES'],
    form: 'PAPER',
    files: [{ client_id: file.id }],
  });
  return { ...made, file };
}

/** All of them approve, one after the other. */
export async function reviewed(one: Pick<Disclosure, 'id' | 'approval_id'>): Promise<Disclosure> {
  for (const login of reviewers) await approveAs(login, one);
  return (await callAs('信息管理员')).get<Disclosure>(`/client-disclosures/${one.id}`);
}
