import { type File, newFile } from './archive';
import { callAs, personOf } from './service';

type Row = { id: string; period: string; state: string };
type Page<T> = { items: T[] };

/** A client that the first salesperson of the demonstration looks after. */
export async function clientOfSeller(word: string): Promise<File> {
  return newFile(word, { owner_id: await personOf('业务员') });
}

/** The latest month of which the salesperson has not told yet. */
export async function openMonth(): Promise<string> {
  const seller = await callAs('业务员');
  const id = await personOf('业务员');
  const { items } = await seller.get<Page<Row>>(`/client-information-reports?person_id=${id}&limit=200`);
  const told = new Set(items.map(({ period }) => period));
  const now = new Date();
  for (let back = 0; back <= 12; back += 1) {
    const month = new Date(Date.UTC(now.getFullYear(), now.getMonth() - back, 1)).toISOString().slice(0, 7);
    if (!told.has(month)) return month;
  }
  throw new Error('every month of the year was told of: start with a fresh demo database');
}

/** A report of the salesperson that customer service has not taken in. */
export async function openReport(): Promise<Row> {
  const seller = await callAs('业务员');
  const id = await personOf('业务员');
  const list = `/client-information-reports?person_id=${id}&state=SUBMITTED`;
  const { items } = await seller.get<Page<Row>>(list);
  if (items[0]) return items[0];
  const { id: client_id } = await clientOfSeller('月报');
  return seller.post<Row>('/client-information-reports', {
    period: await openMonth(),
    summary: '本月拜访客户 12 户，新增意向 3 户',
    entries: [{ client_id, competition: '同城两家同行报价较我司低约 3%，账期 60 天' }],
  });
}

/** A call to the salesperson about it. */
export async function calledBack(): Promise<string> {
  const { period } = await openReport();
  const person_id = await personOf('业务员');
  const keeper = await callAs('信息管理员');
  const called_at = new Date().toISOString();
  const body = { person_id, period, note: '核实两家同行的报价是否含运费', called_at };
  return (await keeper.post<{ id: string }>('/client-information-report-call-backs', body)).id;
}
