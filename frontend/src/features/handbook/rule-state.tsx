import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import type { Rule } from './queries';
import { useWords } from './words';

/** Whether a rule is kept: one of which kinds are still open is kept in part, and says which they are. */
export function RuleState({ rule: { state, open } }: { rule: Pick<Rule, 'state' | 'open'> }) {
  const { t } = useTranslation('handbook');
  const words = useWords();
  if (state !== 'LIVE' || open.length === 0)
    return <Tag tone={state === 'LIVE' ? 'ok' : 'neutral'}>{t(`state.${state}`)}</Tag>;
  return (
    <>
      <Tag tone="warning">{t('state.PARTLY')}</Tag>{' '}
      <span className="zd-muted">{t('rule.open', { kinds: open.map(words.kind).join(t('separator')) })}</span>
    </>
  );
}
