import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** The choices of a file in the order people read them; the words are in the texts. */
export const choices = {
  state: ['EXISTING', 'IN_THE_MAKING', 'POTENTIAL'],
  tier: ['KEY', 'CORE', 'GENERAL', 'POTENTIAL'],
  level: ['SECRET', 'CONFIDENTIAL', 'TOP_SECRET', 'DECLASSIFIED'],
  kind: ['INSTITUTION', 'INDIVIDUAL'],
  inferior: ['NONE', 'REPORTED', 'CONFIRMED'],
  status: ['ACTIVE', 'MERGED', 'WITHDRAWN', 'OBSOLETE'],
  result: ['CONFIRMED', 'ADJUSTED', 'DISCREPANCY'],
  influence: ['DECIDER', 'INFLUENCER', 'BUYER', 'USER', 'GATEKEEPER', 'FINANCE'],
  qualification: ['BUSINESS_LICENCE', 'LICENCE', 'CERTIFICATE', 'AUTHORISATION', 'OTHER'],
  channel: ['VISIT', 'TELEPHONE', 'WECHAT', 'EMAIL', 'MEETING', 'EXHIBITION', 'RECEPTION', 'OTHER'],
  attachment: ['QUOTATION', 'DRAWING', 'AGREEMENT', 'QUALIFICATION', 'OTHER'],
  submission: ['PENDING', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'],
} as const;

export type Choice = keyof typeof choices;
export type Option = { value: string; label: string };

/** The word for a value, and the options of a choice; both stay the same until the language changes. */
export function useChoices() {
  const { t } = useTranslation('clients');
  return useMemo(() => {
    // The key is put together at run time; a value the texts do not know is shown as it came.
    const word = (choice: Choice, value: string): string =>
      t(`${choice}.${value}` as 'state.EXISTING', { defaultValue: value });
    const options = (choice: Choice): Option[] =>
      choices[choice].map((value) => ({ value, label: word(choice, value) }));
    return { word, options };
  }, [t]);
}
