import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { formatCount } from '@/shared/format/count';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PercentMeter } from '@/shared/ui/values/percent-meter';
import { PlainText } from '@/shared/ui/values/values';
import { hrefOf } from './links';
import type { Figure } from './queries';

type Props = {
  /** None where the rule counts no such thing. */
  figure: Figure | null;
  label: string;
  /** False where no list can show what is counted. */
  isListed?: boolean;
};

const reads: Record<Figure['list'], string> = {
  obligations: 'obligation.read',
  exceptions: 'obligation.read',
  'audit-entries': 'audit.read',
};

/** A figure as the way to what it counts, for whoever may read that list. */
export function FigureLink({ figure, label, isListed = true }: Props) {
  const { t } = useTranslation('compliance');
  const can = useCan();
  if (!figure) return <PlainText value={null} />;
  if (figure.count === 0) return <span className="zd-muted">0</span>;
  if (!isListed || !can(reads[figure.list])) return <>{formatCount(figure.count)}</>;
  return (
    <AppLink href={hrefOf(figure)}>
      {formatCount(figure.count)}
      <span className="zd-visually-hidden"> {t('openList', { label })}</span>
    </AppLink>
  );
}

export function Rate({ rate }: { rate: number | null | undefined }) {
  return rate === null || rate === undefined ? <PlainText value={null} /> : <PercentMeter percent={rate} />;
}
