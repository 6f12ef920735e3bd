import { useTranslation } from 'react-i18next';
import { fieldKey } from '../record/field-words';
import { usePermissionWord } from './permission-words';

/** Which texts the values in a sentence of refusal are said in; the service sends them by their codes. */
export const spoken: Readonly<Record<string, string>> = {
  CLIENT_INFERIOR_STATE: 'clients:inferior',
  CLIENT_OWNER_UNFIT: 'clients:tier',
  CLIENT_STATE_MOVE: 'clients:state',
  INSTRUCTION_SETTLED: 'oversight:instruction.states',
  PLAN_SETTLED: 'oversight:plan.states',
  SUBMISSION_SETTLED: 'clients:submission',
};
const permissions = /[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*/g;
const values = /\b[A-Z]+(?:_[A-Z]+)*\b/g;
const fields = /\b[a-z]+(?:[._][a-z]+)*\b/g;

/** Puts words where a sentence of the service names a permission, a state or a field, which nobody knows by its code. */
export function useRefusalSentence(code: string, sentence: string): string {
  const texts = spoken[code];
  const isMissing = code === 'CLIENT_BASIC_INCOMPLETE';
  const needed = isMissing ? ['clients', 'client-record'] : texts ? [texts.split(':')[0] ?? ''] : [];
  // Without suspense: a form must not go away while the words of its refusal are on their way.
  const { t } = useTranslation(needed as 'clients'[], { useSuspense: false });
  const permission = usePermissionWord(!isMissing && sentence.search(permissions) >= 0);
  const say = (key: string, otherwise: string) =>
    t(key as 'clients:state.EXISTING', { defaultValue: otherwise });
  if (isMissing) {
    return sentence.replace(/(?<=[：:]).*$/, (list) =>
      list.replace(fields, (name) => say(fieldKey('client', name), name)),
    );
  }
  const worded = texts ? sentence.replace(values, (value) => say(`${texts}.${value}`, value)) : sentence;
  return worded.replace(permissions, permission);
}

export function RefusalText({ code, text }: { code: string; text: string }) {
  return <>{useRefusalSentence(code, text)}</>;
}
