import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/shared/ui/record-form/fields';
import { useChoices } from '../choices';

/** What is asked about somebody at a client (A-CLI-06). */
export function useContactFields(): Field[] {
  const { t } = useTranslation('client-record');
  const { options } = useChoices();
  return useMemo(() => {
    const label = (name: string) => t(`contact.${name}` as 'contact.name');
    const short = (name: string, max = 60): Field => ({ kind: 'text', name, label: label(name), max });
    const long = (name: string): Field => ({ kind: 'long-text', name, label: label(name), max: 1000 });
    return [
      { ...short('name'), required: true },
      short('position'),
      short('department'),
      { kind: 'text', type: 'tel', name: 'mobile', label: label('mobile'), max: 40 },
      { kind: 'text', type: 'tel', name: 'telephone', label: label('telephone'), max: 40 },
      { kind: 'text', type: 'email', name: 'email', label: label('email'), max: 200 },
      short('wechat'),
      { kind: 'yes-no', name: 'is_key_person', label: label('is_key_person') },
      { kind: 'choice', name: 'influence', label: label('influence'), options: options('influence') },
      { kind: 'date', name: 'birthday', label: label('birthday') },
      short('native_place'),
      short('education'),
      ...['influence_note', 'hobbies', 'family_note', 'preferences'].map(long),
    ];
  }, [t, options]);
}
