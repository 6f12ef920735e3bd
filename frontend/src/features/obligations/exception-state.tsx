import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import type { Obligation } from './queries';

type State = Obligation['exceptions'][number]['state'];

const tones: Record<State, Tone> = {
  REQUESTED: 'accent',
  APPROVED: 'ok',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
  LAPSED: 'neutral',
};

/** How a request to be let off stands: on its obligation, and in the register of exceptions. */
export function ExceptionStateTag({ state }: { state: State }) {
  const { t } = useTranslation('exceptions');
  return <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>;
}
