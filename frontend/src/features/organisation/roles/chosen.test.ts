import { describe, expect, it } from 'vitest';
import { byArea } from './by-area';
import { scopeOf, withScope } from './chosen';

const read = { permission: 'client.read', scope: 'ALL' as const };
const verify = { permission: 'client.verify', scope: 'OWN' as const };

describe('the permissions of a role', () => {
  it('gain one, keep its place when its scope changes, and lose it', () => {
    expect(withScope([read], 'client.verify', 'OWN')).toEqual([read, verify]);
    expect(withScope([read, verify], 'client.read', 'SITE')).toEqual([
      { permission: 'client.read', scope: 'SITE' },
      verify,
    ]);
    expect(withScope([read, verify], 'client.read', null)).toEqual([verify]);
    expect(scopeOf([read], 'client.read')).toBe('ALL');
    expect(scopeOf([read], 'client.verify')).toBeNull();
  });

  it('are grouped by area, the areas in the order of their first permission', () => {
    const codes = ['person.read', 'client.read', 'person.manage', 'client-report.read'];
    expect(byArea(codes, (code) => code)).toEqual([
      { area: 'person', items: ['person.read', 'person.manage'] },
      { area: 'client', items: ['client.read'] },
      { area: 'client-report', items: ['client-report.read'] },
    ]);
  });
});
