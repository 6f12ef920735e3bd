import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/shared/ui/record-form/fields';
import { type Choice, useChoices } from '../choices';
import { higher } from '../levels';
import type { Client } from '../queries';
import type { SimpleAction } from './action-queries';

type Words = {
  text: (key: string) => string;
  choose: (choice: Choice, without?: string) => Field;
  proposed: (level: Client['level']) => string;
};

function reason(text: Words['text']): Field {
  return { kind: 'long-text', name: 'reason', label: text('reason'), required: true, max: 500 };
}

export function tierFields({ text, choose }: Words, present?: string): Field[] {
  const ground = (name: string): Field => ({
    kind: 'long-text',
    name,
    label: text(name),
    required: true,
    max: 200,
  });
  return [
    choose('tier', present),
    ground('purchase_scale'),
    ground('cooperation_frequency'),
    ground('potential_value'),
    reason(text),
  ];
}

export function verifyFields({ text, choose }: Words): Field[] {
  const note: Field = {
    kind: 'long-text',
    name: 'note',
    label: text('note'),
    help: text('noteHint'),
    max: 1000,
  };
  return [choose('result'), note];
}

export function handOverFields({ text }: Words): Field[] {
  return [{ kind: 'person', name: 'owner_id', label: text('newOwner'), required: true }, reason(text)];
}

/**
 * A level and its term (A-SEC-07); a file is declassified by the end of its term alone, never by hand. What
 * the business relation calls for stands beside the choice.
 */
export function levelFields(words: Words, proposal?: string): Field[] {
  const field = words.choose('level', 'DECLASSIFIED');
  return [
    proposal ? { ...field, help: proposal } : field,
    { kind: 'date', name: 'level_until', label: words.text('level_until'), help: words.text('termHint') },
    reason(words.text),
  ];
}

/** What the business relation calls for where that is more than what is set; nobody lowers a level by sending the form as it came. */
export function levelToSet({ level, proposed_level }: Client): Client['level'] {
  return higher(level, proposed_level);
}

/** A client is won, and lost, a step at a time (A-CLI-29). */
const steps = ['POTENTIAL', 'IN_THE_MAKING', 'EXISTING'];

function stateField(words: Words, present: string): Field {
  const at = steps.indexOf(present);
  const field = words.choose('state', present);
  if (field.kind !== 'choice') return field;
  const near = field.options.filter(({ value }) => Math.abs(steps.indexOf(String(value)) - at) === 1);
  return { ...field, options: near };
}

export function useActionWords(): Words {
  const { t } = useTranslation(['client-record', 'clients']);
  const { options, word } = useChoices();
  return useMemo(
    () => ({
      text: (key) => t(`client-record:act.${key}` as 'client-record:act.reason'),
      choose: (choice, without) => ({
        kind: 'choice',
        name: choice,
        label: t(`client-record:act.${choice}` as 'client-record:act.tier'),
        required: true,
        options: options(choice).filter(({ value }) => value !== without),
      }),
      proposed: (level) => t('client-record:act.proposed', { level: word('level', level) }),
    }),
    [t, options, word],
  );
}

/** What an act on this file asks for. */
export function fieldsOf(action: SimpleAction, client: Client, words: Words): Field[] {
  switch (action) {
    case 'verify':
      return verifyFields(words);
    case 'hand-over':
      return handOverFields(words);
    case 'change-state':
      return [stateField(words, client.state), reason(words.text)];
    case 'change-tier':
      return tierFields(words, client.tier);
    case 'classify':
      return levelFields(words, words.proposed(client.proposed_level));
    case 'confirm-inferior':
      return [{ kind: 'long-text', name: 'note', label: words.text('note'), max: 500 }];
    case 'report-inferior':
    case 'clear-inferior':
      return [reason(words.text)];
  }
}
