import { describe, expect, it } from 'vitest';
import { codesAt, type Held, isReading, type Known, levelOf, levelsOf, offersOf } from './permissions';

const known = (code: string, more: Partial<Known> = {}): Known => ({
  code,
  module: code.split('.')[0] ?? '',
  description: `说明 ${code}`,
  privileged: false,
  lendable: true,
  ...more,
});
const held = (permission: string, scope: Partial<Held['scope']> = { all: true }): Held => ({
  permission,
  scope: { all: false, own: false, department_ids: [], site_ids: [], ...scope },
});
const inventory = [
  known('client.read'),
  known('client.verify'),
  known('client.read-all'),
  known('client-report.read'),
  known('role.grant', { lendable: false, privileged: true }),
  known('saved-view.share'),
];

describe('what a person can pass on', () => {
  it('is what they hold, area by area, and nothing else', () => {
    const groups = offersOf([held('client.read'), held('client-report.read')], inventory, 'COLLEAGUE');
    expect(groups.map(({ area, offers }) => [area, offers.map(({ code }) => code)])).toEqual([
      ['client', ['client.read']],
      ['client-report', ['client-report.read']],
    ]);
  });

  it('leaves out power over people and rights, and says so', () => {
    const [group] = offersOf([held('role.grant')], inventory, 'MACHINE');
    expect(group?.offers[0]?.hindrance).toBe('OVER_RIGHTS');
    expect(group && levelsOf(group)).toEqual([]);
  });

  it('does not lend a colleague what reaches the own records alone, but lets a key have it', () => {
    const mine = [held('client.verify', { own: true })];
    expect(offersOf(mine, inventory, 'COLLEAGUE')[0]?.offers[0]?.hindrance).toBe('OWN_ONLY');
    expect(offersOf(mine, inventory, 'MACHINE')[0]?.offers[0]?.hindrance).toBeNull();
  });

  it('counts a department as more than the own records', () => {
    const mine = [held('client.verify', { own: true, department_ids: ['d1'] })];
    expect(offersOf(mine, inventory, 'COLLEAGUE')[0]?.offers[0]?.hindrance).toBeNull();
  });
});

describe('the levels of an area', () => {
  const [group] = offersOf(
    [held('client.read'), held('client.verify'), held('client.read-all')],
    inventory,
    'COLLEAGUE',
  );
  if (!group) throw new Error('no group');

  it.each([
    [[], 'NONE'],
    [['client.read', 'client.read-all'], 'READ'],
    [['client.read-all', 'client.verify', 'client.read'], 'ALL'],
    [['client.verify'], 'SOME'],
  ] as const)('%j is %s', (chosen, level) => {
    expect(levelOf(chosen, group)).toBe(level);
  });

  it('offer reading apart only where there is more than reading', () => {
    expect(levelsOf(group)).toEqual(['NONE', 'READ', 'ALL']);
    const [views] = offersOf([held('saved-view.share')], inventory, 'MACHINE');
    expect(views && levelsOf(views)).toEqual(['NONE', 'ALL']);
  });

  it('stand for codes that can be passed on', () => {
    expect(codesAt('READ', group)).toEqual(['client.read', 'client.read-all']);
    expect(codesAt('NONE', group)).toEqual([]);
  });
});

it('reading is told from changing by the name of the act', () => {
  expect(['client.read', 'job.read-all'].every(isReading)).toBe(true);
  expect(['client.maintain', 'client.reader', 'api-key.manage'].some(isReading)).toBe(false);
});
