import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Values } from '@/shared/ui/record-form/fields';

// Not `note`: a purchase has one of its own.
const source = 'submission_note';

/** How it came to be known; it travels beside what is proposed and not in it. */
export function useSourceField(): Field {
  const { t } = useTranslation('client-intake');
  return useMemo(
    () => ({
      kind: 'long-text',
      name: source,
      label: t('submission.note'),
      help: t('submission.sourceHint'),
      max: 1000,
    }),
    [t],
  );
}

/** What a form proposes, and its source apart from that. */
export function splitSource({ [source]: note, ...payload }: Values) {
  return { note: typeof note === 'string' && note !== '' ? note : null, payload };
}
