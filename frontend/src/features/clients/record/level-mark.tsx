import { useState } from 'react';
import { useMe } from '@/features/session/public';
import { formatTime } from '@/shared/format/date';
import { Watermark } from '@/shared/ui/record/watermark';
import { useChoices } from '../choices';
import type { Client } from '../queries';

type Level = Client['level'];

/** 机密 and above, the highest first. */
const marked: readonly Level[] = ['TOP_SECRET', 'CONFIDENTIAL'];

/** The highest level in view, who looks at it and since when, across screen and paper (A-SEC-07). */
export function LevelMark({ levels }: { levels: readonly Level[] }) {
  const me = useMe();
  const { word } = useChoices();
  const [since] = useState(() => formatTime(new Date().toISOString()));
  const highest = marked.find((level) => levels.includes(level));
  if (!highest) return null;
  return <Watermark text={[word('level', highest), me.data?.name, since].filter(Boolean).join(' · ')} />;
}
