import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  faultsOf,
  groupsOf,
  passesMidnight,
  patchOf,
  quietAgain,
  valuesOf,
  withChoice,
  withMail,
  withWebhooks,
} from './choices';
import type { Channel, Settings } from './queries';

const channel = (kind: string, more: Partial<Channel> = {}): Channel => ({
  kind,
  name: kind,
  always: false,
  mail: 'DIGEST',
  webhook: false,
  ...more,
});
const mentioned = channel('client.mentioned');
const handed = channel('client.handed-over', { mail: 'NEVER' });
const overdue = channel('approval.overdue', { always: true, mail: 'AT_ONCE' });
const settings: Settings = {
  mail_address: 'zhoumin@jinheyu.example.com',
  mail_works: true,
  digest_at: '08:30',
  quiet_from: '22:00',
  quiet_to: '07:00',
  kinds: [mentioned, overdue, handed],
  version: 3,
};
const values = valuesOf(settings);

it('kinds stand with their area, in the order in which the service names them', () => {
  expect(
    groupsOf(settings.kinds).map(({ area, channels }) => [area, channels.map(({ kind }) => kind)]),
  ).toEqual([
    ['client', ['client.mentioned', 'client.handed-over']],
    ['approval', ['approval.overdue']],
  ]);
});

describe('what is sent', () => {
  it('is nothing but what was changed', () => {
    expect(patchOf(settings, {})).toEqual({});
    expect(patchOf(settings, { digest_at: '09:00' })).toEqual({ digest_at: '09:00' });
  });

  it('has both ends of the quiet hours, also where they are switched off', () => {
    expect(patchOf(settings, { quiet: { from: '21:00', to: '07:00' } })).toEqual({
      quiet_from: '21:00',
      quiet_to: '07:00',
    });
    expect(patchOf(settings, { quiet: null })).toEqual({ quiet_from: null, quiet_to: null });
  });

  it('names every kind that is not as usual, and not only the one that was changed', () => {
    const { kinds } = withChoice({ ...values, kinds: {} }, mentioned, { mail: 'AT_ONCE', webhook: false });
    expect(patchOf(settings, { kinds }).kinds).toEqual([
      { kind: 'client.mentioned', mail: 'AT_ONCE', webhook: false },
      { kind: 'client.handed-over', mail: 'NEVER', webhook: false },
    ]);
  });

  it('leaves out a kind that is as usual again', () => {
    const { kinds } = withChoice({ ...values, kinds: {} }, handed, { mail: 'DIGEST', webhook: false });
    expect(patchOf(settings, { kinds }).kinds).toEqual([]);
  });

  it('never chooses otherwise for what is always mailed at once, and sends its webhooks all the same', () => {
    const { kinds } = withChoice({ ...values, kinds: {} }, overdue, { mail: 'NEVER', webhook: true });
    expect(patchOf(settings, { kinds }).kinds).toEqual([
      { kind: 'approval.overdue', mail: 'AT_ONCE', webhook: true },
      { kind: 'client.handed-over', mail: 'NEVER', webhook: false },
    ]);
  });
});

describe('a whole group', () => {
  it('is mailed in one way, but for what is locked', () => {
    const set = withMail(values, settings.kinds, 'NEVER');
    expect(settings.kinds.map((one) => choiceOf(set, one).mail)).toEqual(['NEVER', 'AT_ONCE', 'NEVER']);
  });

  it('goes to webhooks, what is locked as well, and keeps how it is mailed', () => {
    const set = withWebhooks(values, settings.kinds, true);
    expect(settings.kinds.map((one) => choiceOf(set, one))).toEqual([
      { mail: 'DIGEST', webhook: true },
      { mail: 'AT_ONCE', webhook: true },
      { mail: 'NEVER', webhook: true },
    ]);
  });
});

describe('the quiet hours', () => {
  const fault = (from: string, to: string) => faultsOf({ ...values, quiet: { from, to } }).quiet;

  it('last twelve hours at the most, may pass midnight, and have two ends', () => {
    expect(fault('22:00', '07:00')).toBeUndefined();
    expect(fault('12:00', '14:00')).toBeUndefined();
    expect(fault('20:00', '08:00')).toBeUndefined();
    expect(fault('20:00', '08:01')).toBe('TOO_LONG');
    expect(fault('08:00', '08:00')).toBe('TOO_LONG');
    expect(fault('', '08:00')).toBe('MISSING');
    expect(fault('22:00', '')).toBe('MISSING');
    expect(faultsOf({ ...values, quiet: null })).toEqual({});
    expect(faultsOf({ ...values, digest_at: '' })).toEqual({ digest: 'MISSING' });
  });

  it('say that they end the next day only where they do', () => {
    expect(passesMidnight({ from: '22:00', to: '07:00' })).toBe(true);
    expect(passesMidnight({ from: '12:00', to: '14:00' })).toBe(false);
    expect(passesMidnight({ from: '', to: '14:00' })).toBe(false);
  });

  it('come back as they were, or as everybody begins', () => {
    expect(quietAgain({ ...settings, quiet_from: '21:00' })).toEqual({ from: '21:00', to: '07:00' });
    expect(quietAgain({ ...settings, quiet_from: null, quiet_to: null })).toEqual({
      from: '22:00',
      to: '07:00',
    });
  });
});
