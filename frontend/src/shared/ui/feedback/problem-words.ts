import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { usePermissionWord } from './permission-words';

/** A failed call in words: what was said, what the browser adds, and who may do it instead. */
export function useProblemWords(error: unknown) {
  const { t } = useTranslation(['common', 'problems']);
  const { code, params, detail, escalation } = asProblem(error);
  const word = usePermissionWord(typeof escalation === 'string');
  const isOurs = code === 'OFFLINE' || code === 'NO_PROBLEM_BODY';
  // The codes are too many for one type of all their figures: which of them a text names, the text knows.
  const text = t(`problems:${code}` as 'problems:INTERNAL', { replace: params });
  return {
    // The service speaks the language of the page, and calls states and permissions by their words.
    said: isOurs ? text : (detail ?? text),
    added: isOurs ? detail : null,
    whom: typeof escalation === 'string' ? t('problem.escalation', { whom: word(escalation) }) : null,
  };
}
