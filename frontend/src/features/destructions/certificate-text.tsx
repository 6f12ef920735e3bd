import { useTranslation } from 'react-i18next';
import { formatCount } from '@/shared/format/count';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import type { Destruction } from './queries';

/** The file and those that went into it. */
export function FileNumbers({ files }: Pick<Destruction, 'files'>) {
  return (
    <ul>
      {files.map(({ id, number }) => (
        <li key={id} className="zd-mono">
          {number}
        </li>
      ))}
    </ul>
  );
}

/** How many entries of the trail lost their contents. */
export function SeveredText({ destruction: { severed_entries: count } }: { destruction: Destruction }) {
  if (count === null || count === undefined) return <PlainText value={null} />;
  return <>{formatCount(count)}</>;
}

/** Bytes go after the certificate was made: until then it does not say that nothing is left. */
export function ClearedText({ destruction: { cleared_at } }: { destruction: Destruction }) {
  const { t } = useTranslation('destructions');
  return cleared_at ? <TimeText value={cleared_at} /> : <>{t('certificate.clearing')}</>;
}
