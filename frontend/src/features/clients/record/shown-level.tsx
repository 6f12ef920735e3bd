import { createContext, type ReactNode, useCallback, useContext, useLayoutEffect, useState } from 'react';
import type { Level } from '../levels';
import { LevelMark } from './level-mark';

type Report = (level: Level) => () => void;
const Shown = createContext<Report | null>(null);

/** A file's page: its mark is that of the highest level on it, be it of the file or of an item (A-SEC-07). */
export function MarkedPage({ level, children }: { level: Level; children: ReactNode }) {
  const [items, setItems] = useState<readonly Level[]>([]);
  const report = useCallback<Report>((shown) => {
    setItems((held) => [...held, shown]);
    return () =>
      setItems((held) => {
        const place = held.indexOf(shown);
        return held.filter((_, at) => at !== place);
      });
  }, []);
  return (
    <Shown value={report}>
      <LevelMark levels={[level, ...items]} />
      {children}
    </Shown>
  );
}

/** Tells the page what level it shows here, for as long as it does; before it is drawn, and never after. */
export function useShownLevel(level: Level | null | undefined): void {
  const report = useContext(Shown);
  useLayoutEffect(() => (level && report ? report(level) : undefined), [level, report]);
}
