import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Section } from '@/shared/ui/record-form/fields';

/** The form that the tests fill in: a field of the record itself, and one of a part of it. */
export const sections: Section[] = [
  {
    id: 'basic',
    title: '基本信息',
    fields: [
      { kind: 'text', name: 'name', label: '名称', required: true },
      { kind: 'text', name: 'traits.culture', label: '企业文化' },
    ],
  },
];
export const initial = { name: '甲公司', traits: { culture: '稳健' } };

export async function type(label: RegExp, text: string) {
  const field = await screen.findByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

export const save = () => userEvent.click(screen.getByRole('button', { name: '保存' }));
