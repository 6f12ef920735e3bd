import { useTranslation } from 'react-i18next';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { MaskedText, PlainText } from '@/shared/ui/values/values';
import { useChoices } from '../choices';
import type { Client } from '../queries';
import { useContactFields } from './contact-fields';
import { HangingPanel } from './hanging-panel';
import { type Contact, contacts } from './hanging-queries';
import type { EntryMode } from './propose-record';

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
export function ContactsTab({ client, entryMode }: { client: Client; entryMode: EntryMode }) {
  const { t } = useTranslation('client-record');
  const fields = useContactFields();
  return (
    <HangingPanel
      client={client}
      name="contacts"
      kind="CONTACT"
      title={t('contact.title')}
      addLabel={t('contact.add')}
      proposeLabel={t('contact.propose')}
      emptyHint={t('contact.emptyHint')}
      hanging={contacts}
      fields={fields}
      withheld={(contact) => contact.masked_fields}
      entryTitle={(contact) => <ContactTitle contact={contact} />}
      entry={(contact) => <ContactFacts contact={contact} />}
      entryMode={entryMode}
    />
  );
}
