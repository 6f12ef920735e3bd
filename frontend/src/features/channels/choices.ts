import { areaOf } from '@/shared/ui/feedback/permission-words';
import { valueAt, withValue } from '@/shared/ui/record-form/merge';
import type { Channel, MailChoice, Settings, SettingsPatch } from './queries';

/** From the quickest to none. */
export const mailChoices = ['AT_ONCE', 'DIGEST', 'NEVER'] as const satisfies readonly MailChoice[];

export type Choice = { mail: MailChoice; webhook: boolean };
export type Quiet = { from: string; to: string };
/** What the form holds. The choices lie by area and act, so that a stale save is merged kind by kind. */
export type Values = {
  digest_at: string;
  quiet: Quiet | null;
  kinds: { [area: string]: { [act: string]: Choice } };
};

/** Where the choice of a kind lies in the form. */
export const placeOf = (kind: string) => `kinds.${kind}`;

export function choiceOf(values: Values, { kind, mail, webhook }: Channel): Choice {
  return (valueAt(values, placeOf(kind)) as Choice | undefined) ?? { mail, webhook };
}

export function withChoice(values: Values, { kind }: Channel, choice: Choice): Values {
  return withValue(values, placeOf(kind), choice) as Values;
}

export function valuesOf({ digest_at, quiet_from, quiet_to, kinds }: Settings): Values {
  const quiet = quiet_from && quiet_to ? { from: quiet_from, to: quiet_to } : null;
  return kinds.reduce<Values>(
    (values, channel) => withChoice(values, channel, { mail: channel.mail, webhook: channel.webhook }),
    { digest_at, quiet, kinds: {} },
  );
}

export type Group = { area: string; channels: Channel[] };

/** The kinds by the area that tells of them, in the order in which the service names them. */
export function groupsOf(channels: readonly Channel[]): Group[] {
  const groups = new Map<string, Channel[]>();
  for (const channel of channels) {
    const area = areaOf(channel.kind);
    groups.set(area, [...(groups.get(area) ?? []), channel]);
  }
  return [...groups].map(([area, own]) => ({ area, channels: own }));
}

/** One choice for all of a group: what is always mailed at once stays as it is. */
export function withMail(values: Values, channels: readonly Channel[], mail: MailChoice): Values {
  return channels
    .filter(({ always }) => !always)
    .reduce((next, channel) => withChoice(next, channel, { ...choiceOf(next, channel), mail }), values);
}

export function withWebhooks(values: Values, channels: readonly Channel[], webhook: boolean): Values {
  return channels.reduce(
    (next, channel) => withChoice(next, channel, { ...choiceOf(next, channel), webhook }),
    values,
  );
}

/** All that differs from the usual: the service takes every other kind for a digest and no webhook. */
function chosenOf(channels: readonly Channel[], values: Values): NonNullable<SettingsPatch['kinds']> {
  return channels.flatMap((channel) => {
    const { mail: wished, webhook } = choiceOf(values, channel);
    const mail = channel.always ? 'AT_ONCE' : wished;
    const isUsual = (channel.always || mail === 'DIGEST') && !webhook;
    return isUsual ? [] : [{ kind: channel.kind, mail, webhook }];
  });
}

/** A change of the form as the service takes it: the kinds go as a whole, the two ends of the quiet hours together. */
export function patchOf(seen: Settings, changed: Partial<Values>): SettingsPatch {
  const patch: SettingsPatch = {};
  if (changed.digest_at !== undefined) patch.digest_at = changed.digest_at;
  if (changed.quiet !== undefined) {
    patch.quiet_from = changed.quiet?.from ?? null;
    patch.quiet_to = changed.quiet?.to ?? null;
  }
  if (changed.kinds) patch.kinds = chosenOf(seen.kinds, mergedKinds(valuesOf(seen), changed.kinds));
  return patch;
}

function mergedKinds(values: Values, changed: Values['kinds']): Values {
  const areas = Object.entries(changed).map(([area, acts]) => [area, { ...values.kinds[area], ...acts }]);
  return { ...values, kinds: { ...values.kinds, ...Object.fromEntries(areas) } };
}

const day = 24 * 60;
const longestQuiet = 12 * 60;
const clock = /^([01]\d|2[0-3]):([0-5]\d)$/;

function minuteOf(time: string): number | null {
  const found = clock.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

/** Until the next morning, where the end is earlier in the day. */
export function passesMidnight({ from, to }: Quiet): boolean {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start !== null && end !== null && end < start;
}

export type Faults = { digest?: 'MISSING'; quiet?: 'MISSING' | 'TOO_LONG' };

/** What the service would refuse. */
export function faultsOf({ digest_at, quiet }: Values): Faults {
  const faults: Faults = minuteOf(digest_at) === null ? { digest: 'MISSING' } : {};
  if (!quiet) return faults;
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  if (from === null || to === null) return { ...faults, quiet: 'MISSING' };
  const length = (to - from + day) % day;
  return length === 0 || length > longestQuiet ? { ...faults, quiet: 'TOO_LONG' } : faults;
}

const shipped: Quiet = { from: '22:00', to: '07:00' };

/** What the quiet hours are when they are switched on: those of before, or those that everybody begins with. */
export const quietAgain = ({ quiet_from, quiet_to }: Settings): Quiet =>
  quiet_from && quiet_to ? { from: quiet_from, to: quiet_to } : shipped;
