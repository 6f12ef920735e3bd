import { useState } from 'react';
import { useMe } from '@/features/session/public';
import { formatTime } from '@/shared/format/date';
import { Watermark } from '@/shared/ui/record/watermark';
import { useChoices } from '../choices';
import { higher, isMarked, type Level } from '../levels';

/** The highest level in view, who looks at it and since when, across screen and paper (A-SEC-07). */
export function LevelMark({ levels }: { levels: readonly Level[] }) {
  const me = useMe();
  const { word } = useChoices();
  const [since] = useState(() => formatTime(new Date().toISOString()));
  const highest = levels.reduce(higher, 'DECLASSIFIED');
  if (!isMarked(highest)) return null;
  return <Watermark text={[word('level', highest), me.data?.name, since].filter(Boolean).join(' · ')} />;
}
