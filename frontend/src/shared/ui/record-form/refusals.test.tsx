import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMemo, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '@/shared/api/problem';
import { renderPage } from '@/shared/testing/render-page';
import { initial, save, sections, type } from '@/shared/testing/sample-form';
import type { Section } from './fields';
import { RecordForm } from './record-form';

const refusal = (pointer: string, detail: string) => ({ pointer, code: 'INVALID', detail, params: {} });
const refused = new ProblemError(422, 'VALIDATION_FAILED', {
  errors: [
    refusal('/name', '名称已有人用'),
    refusal('/traits/culture', '企业文化过长'),
    refusal('/traits/culture', '企业文化含有链接'),
  ],
});
/** A form that is drawn anew while one writes, as the warning of duplicates does it. */
function Redrawn() {
  const [count, setCount] = useState(0);
  const fresh = useMemo(() => sections.map((section) => ({ ...section, hint: String(count) })), [count]);
  return (
    <RecordForm
      label="客户"
      sections={fresh}
      initial={initial}
      target={{ mode: 'CREATE', save: () => Promise.reject(refused) }}
      onSaved={() => undefined}
      onValues={() => setCount((before) => before + 1)}
    />
  );
}

describe('what the service refuses of the fields', () => {
  it('stands there all at once, and goes with the value that it was said of', async () => {
    await renderPage(Redrawn);
    await type(/企业文化/, '长');
    await save();
    expect(await screen.findByText('名称已有人用')).toBeVisible();
    expect(screen.getByText('企业文化过长')).toBeVisible();
    expect(screen.getByText('企业文化含有链接')).toBeVisible();
    await type(/企业文化/, '进取');
    await waitFor(() => expect(screen.queryByText('企业文化过长')).toBeNull());
    expect(screen.queryByText('企业文化含有链接')).toBeNull();
    expect(screen.getByText('名称已有人用')).toBeVisible();
  });

  it('stays beside what the page itself refuses', async () => {
    const both: Section[] = [
      {
        id: 'basic',
        title: '基本信息',
        fields: [
          { kind: 'text', name: 'name', label: '名称', required: true },
          { kind: 'text', name: 'code', label: '代码', required: true },
        ],
      },
    ];
    const taken = new ProblemError(422, 'VALIDATION_FAILED', {
      errors: [refusal('/code', '代码已有人用')],
    });
    await renderPage(() => (
      <RecordForm
        label="网点"
        sections={both}
        initial={{ name: '总部', code: 'HQ' }}
        target={{ mode: 'CREATE', save: () => Promise.reject(taken) }}
        onSaved={() => undefined}
      />
    ));
    await screen.findByLabelText(/名称/);
    await save();
    expect(await screen.findByText('代码已有人用')).toBeVisible();
    await userEvent.clear(screen.getByLabelText(/名称/));
    await save();
    expect(await screen.findByText('请输入名称')).toBeVisible();
    // A text that goes fades first: whether the field is wrong tells at once.
    expect(screen.getByLabelText(/代码/)).toBeInvalid();
    expect(screen.getByText('代码已有人用')).toBeVisible();
  });
});
