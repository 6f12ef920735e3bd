import type { components } from '@/shared/api/schema';
import { higher, type Level, levelOfRank } from '../levels';

export type ItemLevel = components['schemas']['ItemLevel'];
export type ItemSecrecy = components['schemas']['ItemSecrecy'];
export type SecrecyDraft = Partial<ItemSecrecy>;

/** What makes an item more secret than its file (A-SEC-06). */
export const secretContents: readonly ItemSecrecy['content'][] = [
  'BUSINESS_DETAILS',
  'MARKETING_TACTICS',
  'IMPORTANT_INFORMATION',
];

/** The levels an item may have of its own: above its file's, and none that the person could not read. */
export function levelsOffered(ofFile: Level, clearance: number): Level[] {
  const cleared = levelOfRank(clearance);
  return (['SECRET', 'CONFIDENTIAL', 'TOP_SECRET'] as const).filter(
    (level) => level !== ofFile && higher(ofFile, level) === level && higher(cleared, level) === cleared,
  );
}

/** What is sent of what was chosen; nothing where the item is as secret as its file. */
export function chosenSecrecy({ level, level_until, content }: SecrecyDraft): ItemSecrecy | undefined {
  if (!level || !content) return undefined;
  return level_until ? { level, level_until, content } : { level, content };
}

/** Whoever chose a level says what is secret about it. */
export function lacksContent({ level, content }: SecrecyDraft): boolean {
  return level !== undefined && content === undefined;
}
