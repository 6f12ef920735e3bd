import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/shared/ui/record-form/fields';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { MaskedText, PlainText } from '@/shared/ui/values/values';
import { useChoices } from '../choices';
import { HangingPanel } from './hanging-panel';
import { type Contact, contacts } from './hanging-queries';

const details = [
  'mobile',
  'telephone',
  'email',
  'wechat',
  'birthday',
  'native_place',
  'education',
  'hobbies',
  'family_note',
  'preferences',
  'influence_note',
] as const;

function useContactFields(): Field[] {
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

function ContactTitle({ contact }: { contact: Contact }) {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  const place = [contact.department, contact.position].filter(Boolean).join(' · ');
  return (
    <>
      {contact.name} {place ? <span className="zd-muted">{place}</span> : null}{' '}
      {contact.is_key_person ? <Tag tone="accent">{t('contact.keyPerson')}</Tag> : null}{' '}
      {contact.influence ? <Tag>{word('influence', contact.influence)}</Tag> : null}
    </>
  );
}

function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useTranslation('client-record');
  const items = details.flatMap((name) => {
    const isMasked = contact.masked_fields.includes(name);
    const value = contact[name];
    if (!value && !isMasked) return [];
    // A masked birthday comes as nothing at all: that it is there is still said.
    const shown = value ?? '***';
    return [{ label: t(`contact.${name}`), value: <MaskedText value={shown} masked={isMasked} /> }];
  });
  return items.length > 0 ? <Facts items={items} /> : <PlainText value={null} />;
}

/** The people at a client, those first with a part in the decision to buy marked (A-CLI-06, A-CLI-28). */
export function ContactsTab({ clientId, mayAdd }: { clientId: string; mayAdd: boolean }) {
  const { t } = useTranslation('client-record');
  const fields = useContactFields();
  return (
    <HangingPanel
      clientId={clientId}
      name="contacts"
      title={t('contact.title')}
      addLabel={t('contact.add')}
      emptyHint={t('contact.emptyHint')}
      hanging={contacts}
      fields={fields}
      withheld={(contact) => contact.masked_fields}
      entryTitle={(contact) => <ContactTitle contact={contact} />}
      entry={(contact) => <ContactFacts contact={contact} />}
      mayAdd={mayAdd}
    />
  );
}
