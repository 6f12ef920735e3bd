import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '@/shared/testing/render-page';
import { fakeService } from '@/shared/testing/service';
import { CertificateSheet } from './certificate-page';
import { DestructionRecord } from './destruction-page';
import type { Destruction } from './queries';
import { approval, certificate, proposed } from './testing/samples';

const service = {
  'GET /me': () => ({ body: { id: 'p9', name: '姜思涵', roles: [] } }),
  'GET /approvals/a1': () => ({ body: approval }),
  'GET /system/info': () => ({ body: { company: '成都示例有限公司' } }),
};
const print = (one: Destruction) => renderPage(() => <CertificateSheet destruction={one} />);

describe('the certificate of a destroyed file', () => {
  it('stands on the page, without a link to what is gone', async () => {
    fakeService(service);
    await renderPage(() => <DestructionRecord destruction={certificate} />);
    expect(screen.getByRole('heading', { level: 1, name: /KH-20230314-0007/ })).toBeVisible();
    expect(screen.getByText('已销毁')).toBeVisible();
    const said = screen.getByRole('region', { name: '销毁证明' });
    expect(said).toHaveTextContent('执行人姜思涵');
    expect(said).toHaveTextContent('失去内容的审计记录17');
    expect(said).toHaveTextContent('文件存储中的残留正在清除');
    expect(document.querySelector('a[href^="/records/"]')).toBeNull();
    expect(screen.getByRole('link', { name: '打印销毁证明' })).toHaveAttribute(
      'href',
      '/client-destructions/d1/certificate',
    );
  });

  it('says since when nothing is left', async () => {
    fakeService(service);
    await renderPage(() => (
      <DestructionRecord destruction={{ ...certificate, cleared_at: '2026-11-30T02:10:00Z' }} />
    ));
    const said = screen.getByRole('region', { name: '销毁证明' });
    expect(said).toHaveTextContent('彻底清除时间');
    expect(said).not.toHaveTextContent('正在清除');
  });

  it('is printed with everything that proves it', async () => {
    fakeService(service);
    await print(certificate);
    expect(screen.getByRole('heading', { level: 1, name: '客户档案销毁证明' })).toBeVisible();
    const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) });
    expect(row('档案编号')).toHaveTextContent('KH-20230314-0007KH-20230520-0011');
    expect(row('已销毁的内容')).toHaveTextContent('客户档案 2联系人 3');
    expect(row('内容指纹')).toHaveTextContent('ab'.repeat(32));
    expect(row('提请人')).toHaveTextContent('杜欣怡');
    expect(row('执行人')).toHaveTextContent('姜思涵');
    expect(await screen.findByRole('row', { name: /客户服务部经理审批 周敏/ })).toBeVisible();
    expect(screen.getByText('执行人签字')).toBeVisible();
  });

  it('is not there before', async () => {
    fakeService(service);
    await print(proposed);
    expect(screen.getByText('尚未执行，还没有销毁证明。')).toBeVisible();
    expect(within(document.body).queryByRole('button', { name: /打\s*印/ })).toBeNull();
  });
});
