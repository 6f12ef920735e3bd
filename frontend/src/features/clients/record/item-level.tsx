import { useTranslation } from 'react-i18next';
import '../clients.css';
import type { ItemLevel } from './item-secrecy';
import { LevelTag } from './level-tag';
import { useShownLevel } from './shown-level';

/** Until when an item is more secret than its file, and by what. */
export function ItemTerm({ secrecy: { level_until, content } }: { secrecy: ItemLevel }) {
  const { t } = useTranslation('client-record');
  return (
    <span className="zd-muted">
      {t('item.until', { day: level_until })} · {t(`item.contents.${content}`)}
    </span>
  );
}

/** The level of an item that is more secret than its file; the mark of the page rises with it (A-SEC-07). */
export function ItemLevelLine({ secrecy }: { secrecy: ItemLevel | null | undefined }) {
  useShownLevel(secrecy?.level);
  if (!secrecy) return null;
  return (
    <p className="zd-row">
      <LevelTag level={secrecy.level} /> <ItemTerm secrecy={secrecy} />
    </p>
  );
}
