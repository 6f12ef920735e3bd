import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/shared/api/problem';
import { renderPage } from '@/shared/testing/render-page';
import { initial, save, sections, type } from '@/shared/testing/sample-form';
import { fakeService, problem } from '@/shared/testing/service';
import type { Section, Values } from './fields';
import { RecordForm } from './record-form';
import type { SaveTarget } from './use-save';

async function showForm(target: SaveTarget<unknown>, draft?: { kind: string; key: string }) {
  const onSaved = vi.fn();
  const page = await renderPage(() => (
    <RecordForm
      label="客户"
      sections={sections}
      initial={initial}
      target={target}
      draft={draft}
      onSaved={onSaved}
    />
  ));
  return { onSaved, ...page };
}

type Change = Extract<SaveTarget<unknown>, { mode: 'CHANGE' }>;
const change = (parts: Partial<Change>): Change => ({
  mode: 'CHANGE',
  version: 3,
  save: vi.fn(async () => undefined),
  latest: async () => ({ values: initial as Values, version: 3 }),
  ...parts,
});

it.each([
  ['a figure', { kind: 'number', name: 'value', label: '数值', required: true }, 5],
  ['yes or no', { kind: 'yes-no', name: 'value', label: '是否', required: true }, false],
  ['a list', { kind: 'tags', name: 'value', label: '标签', required: true }, ['月结']],
] as const)('a required field takes %s', async (_, field, value) => {
  const saved = vi.fn(async () => undefined);
  await renderPage(() => (
    <RecordForm
      label="参数"
      sections={[{ id: 'one', title: '参数', fields: [field] }]}
      initial={{ value }}
      target={{ mode: 'CREATE', save: saved }}
      onSaved={() => undefined}
    />
  ));
  await save();
  await waitFor(() => expect(saved).toHaveBeenCalledWith({ value }, expect.any(String)));
});

it('a figure out of bounds stays as it was typed and is refused', async () => {
  const saved = vi.fn(async () => undefined);
  await renderPage(() => (
    <RecordForm
      label="参数"
      sections={[
        {
          id: 'one',
          title: '参数',
          fields: [{ kind: 'number', name: 'value', label: '周期', required: true, min: 1, max: 24 }],
        },
      ]}
      initial={{ value: 3 }}
      target={{ mode: 'CREATE', save: saved }}
      onSaved={() => undefined}
    />
  ));
  await type(/周期/, '99');
  await userEvent.tab();
  await save();
  expect(await screen.findByText('周期须在1-24之间')).toBeVisible();
  expect(screen.getByLabelText(/周期/)).toHaveValue('99');
  expect(saved).not.toHaveBeenCalled();
  await type(/周期/, '12');
  await waitFor(() => expect(screen.queryByText('周期须在1-24之间')).toBeNull());
  await save();
  await waitFor(() => expect(saved).toHaveBeenCalledWith({ value: 12 }, expect.any(String)));
});

describe('the form of a record', () => {
  it('saves the merge patch on the version it was opened with', async () => {
    const target = change({});
    const { onSaved } = await showForm(target);
    await type(/企业文化/, '进取');
    await save();
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(target.save).toHaveBeenCalledWith({ traits: { culture: '进取' } }, 3, expect.any(String));
  });

  it('takes a number for a required choice, nought as well', async () => {
    const level: Section[] = [
      {
        id: 'level',
        title: '密级',
        fields: [
          {
            kind: 'choice',
            name: 'clearance',
            label: '可查阅密级',
            required: true,
            options: [{ value: 0, label: '无' }],
          },
        ],
      },
    ];
    const create = vi.fn(async () => undefined);
    await renderPage(() => (
      <RecordForm
        label="角色"
        sections={level}
        initial={{ clearance: 0 }}
        target={{ mode: 'CREATE', save: create }}
        onSaved={() => undefined}
      />
    ));
    await save();
    await waitFor(() => expect(create).toHaveBeenCalledWith({ clearance: 0 }, expect.any(String)));
  });

  it('puts a refusal of the server on its field and moves there', async () => {
    const refused = new ProblemError(422, 'VALIDATION_FAILED', {
      errors: [{ pointer: '/traits/culture', code: 'TOO_LONG', detail: '企业文化过长', params: {} }],
    });
    const { onSaved } = await showForm(change({ save: () => Promise.reject(refused) }));
    await type(/企业文化/, '长');
    await save();
    expect(await screen.findByText('企业文化过长')).toBeVisible();
    expect(screen.queryByRole('alert', { name: /有内容需要更正/ })).toBeNull();
    expect(onSaved).not.toHaveBeenCalled();
  });

  it('shows a refusal that belongs to no field above the form', async () => {
    const refused = new ProblemError(409, 'CONFLICT', {
      detail: '客户已合并',
      clauses: [{ id: 'A-CLI-16', title: '录入' }],
    });
    await showForm(change({ save: () => Promise.reject(refused) }));
    await type(/企业文化/, '进取');
    await save();
    expect(await screen.findByText('客户已合并')).toBeVisible();
    expect(screen.getByText('依据 A-CLI-16《录入》')).toBeVisible();
  });

  it('merges a stale save without asking when nobody touched the same field', async () => {
    const attempts: unknown[] = [];
    const target = change({
      save: async (patch: never, version: number) => {
        attempts.push([patch, version]);
        if (version === 3) throw new ProblemError(412, 'STALE_VERSION', { current_version: 5 });
      },
      latest: async () => ({ values: { name: '乙公司', traits: { culture: '稳健' } }, version: 5 }),
    });
    const { onSaved } = await showForm(target);
    await type(/企业文化/, '进取');
    await save();
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(attempts).toEqual([
      [{ traits: { culture: '进取' } }, 3],
      [{ traits: { culture: '进取' } }, 5],
    ]);
  });

  it('lays mine and theirs side by side when both changed a field, and saves as chosen', async () => {
    const attempts: unknown[] = [];
    const target = change({
      save: async (patch: never, version: number) => {
        attempts.push([patch, version]);
        if (version === 3) throw new ProblemError(412, 'STALE_VERSION');
      },
      latest: async () => ({ values: { name: '甲公司', traits: { culture: '保守' } }, version: 4 }),
    });
    const { onSaved } = await showForm(target);
    await type(/企业文化/, '进取');
    await save();
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('保守');
    expect(dialog).toHaveTextContent('进取');
    await userEvent.click(screen.getByRole('radio', { name: /我的值/ }));
    await userEvent.click(screen.getByRole('button', { name: '按所选保存' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(attempts.at(-1)).toEqual([{ traits: { culture: '进取' } }, 4]);
  });

  it('repeats a create under one key after a lost answer, and takes another after a refusal', async () => {
    const keys: string[] = [];
    const failures = [new ProblemError(0, 'OFFLINE'), new ProblemError(422, 'VALIDATION_FAILED')];
    const { onSaved } = await showForm({
      mode: 'CREATE',
      save: async (_: never, key: string) => {
        keys.push(key);
        const failure = failures.shift();
        if (failure) throw failure;
      },
    });
    await screen.findByLabelText(/名称/);
    for (const count of [1, 2, 3]) {
      await save();
      await waitFor(() => expect(keys).toHaveLength(count));
    }
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('offers the draft that was kept, and throws it away after saving', async () => {
    const kept = {
      kind: 'client',
      key: 'c1',
      content: { traits: { culture: '草稿中的文化' } },
      updated_at: '2026-11-20T02:00:00Z',
    };
    const calls = fakeService({
      'GET /drafts/client/c1': () => ({ body: kept }),
      'DELETE /drafts/client/c1': () => ({ status: 204 }),
      'PUT /drafts/client/c1': () => ({ body: kept }),
    });
    const { onSaved } = await showForm(change({}), { kind: 'client', key: 'c1' });
    await userEvent.click(await screen.findByRole('button', { name: '恢复草稿' }));
    expect(screen.getByLabelText(/企业文化/)).toHaveValue('草稿中的文化');
    await save();
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    await waitFor(() => expect(calls.some(({ method }) => method === 'DELETE')).toBe(true));
  });

  it('asks before unsaved changes are left behind', async () => {
    fakeService({ 'GET /drafts/client/c1': () => problem(404, 'NOT_FOUND') });
    const { router } = await showForm(change({}), { kind: 'client', key: 'c1' });
    await type(/企业文化/, '进取');
    router.history.push('/records/1');
    await userEvent.click(await screen.findByRole('button', { name: '继续编辑' }));
    expect(router.state.location.pathname).toBe('/');
    router.history.push('/records/1');
    await userEvent.click(await screen.findByRole('button', { name: '离开' }));
    expect(await screen.findByText('record page')).toBeInTheDocument();
  });
});
