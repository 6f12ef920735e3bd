import { useTranslation } from 'react-i18next';
import { groupAmount } from '@/shared/format/money';
import { type Condition, useSubjects } from './queries';

/** What has to hold of a record, in a line; what the service does not name is said by its key. */
export function useConditionWords(subject: string): (conditions: readonly Condition[]) => string {
  const { t } = useTranslation(['approvals', 'common']);
  const subjects = useSubjects();
  const facts = subjects.data?.items.find(({ kind }) => kind === subject)?.facts ?? [];
  const amount = ({ min, below }: Condition, fact: string) => {
    const [from, to] = [min, below].map((one) => (one ? groupAmount(one) : null));
    if (from && to) return t('approvals:condition.between', { fact, min: from, below: to });
    if (from) return t('approvals:condition.min', { fact, min: from });
    return t('approvals:condition.below', { fact, below: to ?? '' });
  };
  const one = (condition: Condition) => {
    const known = facts.find(({ name }) => name === condition.fact);
    const fact = known?.text ?? condition.fact;
    if (!condition.any_of?.length) return amount(condition, fact);
    const words = condition.any_of.map(
      (value) => known?.choices.find((choice) => choice.value === value)?.text ?? value,
    );
    return t('approvals:condition.choice', { fact, values: words.join(t('common:value.separator')) });
  };
  return (conditions) => conditions.map(one).join(t('approvals:condition.joint'));
}
