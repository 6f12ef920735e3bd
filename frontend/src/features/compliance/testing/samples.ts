import type { Figure, Line } from '../queries';

type Counts = Partial<
  Record<'due' | 'in_time' | 'late' | 'missed' | 'excused' | 'refused' | 'exceptions', number>
>;
type Rest = Partial<Pick<Line, 'has_obligations' | 'rate'>>;

export function figure(count: number, filter: string, list: Figure['list'] = 'obligations'): Figure {
  return { count, list, filter };
}

/** A rule of which this much was counted. */
export function line(rule: string, { rate, has_obligations, ...counts }: Counts & Rest = {}): Line {
  const due = (name: keyof Counts) => figure(counts[name] ?? 0, `clause=${rule}&of=${name}`);
  return {
    rule,
    title: '标题',
    module: 'clients',
    kinds: ['REMIND'],
    has_obligations: has_obligations ?? true,
    due: due('due'),
    in_time: due('in_time'),
    late: due('late'),
    missed: due('missed'),
    excused: due('excused'),
    rate: rate ?? null,
    refused: figure(
      counts.refused ?? 0,
      `outcome=REFUSED&clause=${rule}&occurred_after=2026-10-31T16:00:00Z&occurred_before=2026-11-29T16:00:00Z`,
      'audit-entries',
    ),
    exceptions: figure(counts.exceptions ?? 0, `clause=${rule}&state=APPROVED`, 'exceptions'),
  };
}
