import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import type { ReportRow } from './queries';

export const states = ['SUBMITTED', 'SENT_BACK', 'RECEIVED'] as const satisfies readonly ReportRow['state'][];

const tones: Record<ReportRow['state'], Tone> = { SUBMITTED: 'accent', SENT_BACK: 'warning', RECEIVED: 'ok' };

export function StateTag({ state }: { state: ReportRow['state'] }) {
  const { t } = useTranslation('information-reports');
  return <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>;
}

/** Within the first week of the month, or after it (A-CIR-01). */
export function LateTag({ late }: { late: boolean }) {
  const { t } = useTranslation('information-reports');
  return <Tag tone={late ? 'danger' : 'neutral'}>{late ? t('late') : t('onTime')}</Tag>;
}
