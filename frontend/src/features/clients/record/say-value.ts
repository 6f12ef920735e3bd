import { groupAmount, isAmount } from '@/shared/format/money';
import { type Choice, choices } from '../choices';

type Words = {
  word: (choice: Choice, value: string) => string;
  yes: string;
  no: string;
  nothing: string;
  separator: string;
};

/** The choice that a changed field takes its values from, by the last part of its path. */
const choiceOf: Readonly<Record<string, Choice>> = {
  state: 'state',
  tier: 'tier',
  level: 'level',
  status: 'status',
  inferior: 'inferior',
  result: 'result',
  kind: 'kind',
  'contact.influence': 'influence',
  'qualification.kind': 'qualification',
  'attachment.kind': 'attachment',
  'interaction.channel': 'channel',
  'attachment.level': 'level',
  'interaction.level': 'level',
  'comment.level': 'level',
};

/** A value of the trail or of a proposal in words. */
export function sayValue(field: string, value: unknown, words: Words): string {
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) {
    if (value.length === 0) return words.nothing;
    return value.map((one) => sayValue(field, one, words)).join(words.separator);
  }
  if (typeof value === 'object') {
    const [amount, name] = [Reflect.get(value, 'amount'), Reflect.get(value, 'name')];
    if (typeof amount === 'string' && isAmount(amount)) return groupAmount(amount);
    return typeof name === 'string' ? name : JSON.stringify(value);
  }
  const text = String(value);
  const choice = choiceOf[field];
  const known: readonly string[] = choice ? choices[choice] : [];
  return choice && known.includes(text) ? words.word(choice, text) : text;
}
