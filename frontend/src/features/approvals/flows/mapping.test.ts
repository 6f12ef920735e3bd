import { describe, expect, it } from 'vitest';
import { conditionValues, flowInput, formValues, nextName, placeOf } from './mapping';
import type { Definition, Fact } from './queries';

const facts: Fact[] = [
  { name: 'kind', text: '类别', choices: [{ value: 'LOAN', text: '借出' }] },
  { name: 'amount', text: '金额', choices: [] },
];
const definition: Definition = {
  name: '客户档案借阅',
  enabled: true,
  priority: 100,
  conditions: [{ fact: 'amount', min: '5000', below: null }],
  steps: [
    {
      key: 'head',
      name: '部门经理签字',
      approver: { by: 'DEPARTMENT_HEAD', role: null, within: 'ANYWHERE', levels: 1, people: [] },
      mode: 'ANY',
      together: false,
      due_minutes: 480,
      excludes: [],
      conditions: [{ fact: 'kind', any_of: ['LOAN'] }],
      clauses: ['A-BOR-01'],
    },
    {
      key: 'service',
      name: '客户服务部核准',
      approver: { by: 'ROLE', role: 'SERVICE_MANAGER', within: 'SITE', levels: 1, people: [] },
      mode: 'ALL',
      together: true,
      due_minutes: null,
      excludes: ['head'],
      conditions: [],
      clauses: [],
    },
  ],
};

describe('a flow in its form', () => {
  const { values, order } = formValues(definition);
  const body = { definition: values, effective_from: '2027-01-01', reason: '增加会签' };

  it('comes back as it went in, with of each approver what its sort needs', () => {
    expect(order).toEqual(['s1', 's2']);
    const { definition: sent, ...rest } = flowInput(body, order, facts);
    expect(rest).toEqual({ effective_from: '2027-01-01', reason: '增加会签' });
    expect(sent.conditions).toEqual([{ fact: 'amount', min: '5000', below: null }]);
    expect(sent.steps.map(({ approver }) => approver)).toEqual([
      { by: 'DEPARTMENT_HEAD' },
      { by: 'ROLE', role: 'SERVICE_MANAGER', within: 'SITE' },
    ]);
    expect(sent.steps[0]).toMatchObject({ ...definition.steps[0], approver: { by: 'DEPARTMENT_HEAD' } });
    expect(sent.steps[1]).toMatchObject({ together: true, excludes: ['head'], mode: 'ALL' });
  });

  it('keeps what a step excludes through moving and renaming, and forgets a step that was removed', () => {
    const steps = values.steps as Record<string, object>;
    const renamed = { ...values, steps: { ...steps, s1: { ...steps.s1, key: 'manager' } } };
    const moved = flowInput({ ...body, definition: renamed }, ['s2', 's1'], facts).definition.steps;
    expect(moved.map(({ key, together }) => [key, together])).toEqual([
      ['service', false],
      ['manager', false],
    ]);
    expect(moved[0]?.excludes).toEqual(['manager']);
    const alone = flowInput({ ...body, definition: renamed }, ['s2'], facts).definition.steps;
    expect(alone[0]?.excludes).toEqual([]);
  });

  it('begins with one step that has to be filled in, and names no step twice', () => {
    expect(formValues(null).order).toEqual(['s1']);
    expect(nextName(new Set(['s1', 's2']))).toBe('s3');
  });

  it('has one place for several conditions on one fact', () => {
    expect(
      conditionValues([
        { fact: 'kind', any_of: ['LOAN', 'STATISTICS'] },
        { fact: 'kind', any_of: ['LOAN', 'CONSULTATION'] },
        { fact: 'amount', min: '9' },
        { fact: 'amount', min: '10', below: '100' },
      ]),
    ).toEqual({ kind: ['LOAN'], amount: { min: '10', below: '100' } });
  });

  it.each([
    ['/definition/steps/0/approver/role', '/definition/steps/s2/approver/role'],
    ['/definition/steps/1/excludes/0', '/definition/steps/s1/excludes/0'],
    ['/definition/steps/1/conditions/0/any_of/1', '/definition/steps/s1/conditions/kind'],
    ['/definition/conditions/0/min', '/definition/conditions/amount/min'],
    ['/definition/steps', '/definition/steps'],
    ['/effective_from', '/effective_from'],
  ])('finds the field of %s', (pointer, place) => {
    const swapped = ['s2', 's1'];
    const sent = flowInput(body, swapped, facts).definition;
    expect(placeOf(pointer, swapped, sent)).toBe(place);
  });
});
