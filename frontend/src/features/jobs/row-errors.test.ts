import { describe, expect, it } from 'vitest';
import { rowErrors } from './row-errors';

describe('the errors of a row', () => {
  it('name the cell, the field and the rule', () => {
    const found = rowErrors([
      { pointer: '/founded_on', code: 'FORMAT', detail: '格式不正确', params: { column: 'O' } },
      {
        pointer: '',
        code: 'CLIENT_DUPLICATE',
        detail: '该统一社会信用代码已有档案',
        clauses: [{ id: 'A-CLI-14', title: '档案唯一' }],
      },
    ]);
    expect(found).toEqual([
      { column: 'O', field: 'founded_on', detail: '格式不正确', clauses: [] },
      {
        column: null,
        field: null,
        detail: '该统一社会信用代码已有档案',
        clauses: [{ id: 'A-CLI-14', title: '档案唯一' }],
      },
    ]);
  });

  it('lead out of the request of a bulk action to the field itself', () => {
    expect(rowErrors([{ pointer: '/input/reason', code: 'REQUIRED', detail: '必填' }])[0]?.field).toBe(
      'reason',
    );
  });

  it('are none where nothing readable was kept', () => {
    expect(rowErrors(null)).toEqual([]);
    expect(rowErrors(['x', null])).toEqual([]);
  });
});
