import { formatCount } from '@/shared/format/count';
import { Facts } from '@/shared/ui/values/facts';
import type { Destruction } from './queries';
import { useKindWord } from './words';

/** How many records of each kind go, or went. */
export function Counts({ counts }: Pick<Destruction, 'counts'>) {
  const word = useKindWord();
  return (
    <Facts items={counts.map(({ kind, count }) => ({ label: word(kind), value: formatCount(count) }))} />
  );
}
