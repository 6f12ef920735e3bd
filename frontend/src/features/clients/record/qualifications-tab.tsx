import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '@/shared/ui/record-form/fields';
import { Facts } from '@/shared/ui/values/facts';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { DateText, PlainText } from '@/shared/ui/values/values';
import { useChoices } from '../choices';
import type { Client } from '../queries';
import { HangingPanel } from './hanging-panel';
import { type Qualification, qualifications } from './hanging-queries';
import type { EntryMode } from './propose-record';

const tones: Record<Qualification['validity'], Tone> = {
  VALID: 'ok',
  EXPIRING: 'warning',
  EXPIRED: 'danger',
  NOT_YET_VALID: 'neutral',
};

function useQualificationFields(): Field[] {
  const { t } = useTranslation('client-record');
  const { options } = useChoices();
  return useMemo(
    () => [
      {
        kind: 'choice',
        name: 'kind',
        label: t('qualification.kind'),
        required: true,
        options: options('qualification'),
      },
      { kind: 'text', name: 'name', label: t('qualification.name'), required: true, max: 100 },
      { kind: 'text', name: 'number', label: t('qualification.number'), max: 60 },
      { kind: 'text', name: 'issued_by', label: t('qualification.issuedBy'), max: 100 },
      { kind: 'date', name: 'valid_from', label: t('qualification.validFrom') },
      {
        kind: 'date',
        name: 'valid_until',
        label: t('qualification.validUntil'),
        help: t('qualification.noTerm'),
      },
    ],
    [t, options],
  );
}

function QualificationFacts({ row }: { row: Qualification }) {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  return (
    <Facts
      items={[
        { label: t('qualification.kind'), value: word('qualification', row.kind) },
        { label: t('qualification.number'), value: <PlainText value={row.number} /> },
        { label: t('qualification.issuedBy'), value: <PlainText value={row.issued_by} /> },
        { label: t('qualification.validFrom'), value: <DateText value={row.valid_from} /> },
        { label: t('qualification.validUntil'), value: <DateText value={row.valid_until} due /> },
      ]}
    />
  );
}

/** Licences and certificates of a client, with how long they still hold. */
export function QualificationsTab({ client, entryMode }: { client: Client; entryMode: EntryMode }) {
  const { t } = useTranslation('client-record');
  const fields = useQualificationFields();
  return (
    <HangingPanel
      client={client}
      name="qualifications"
      kind="QUALIFICATION"
      title={t('qualification.title')}
      addLabel={t('qualification.add')}
      proposeLabel={t('qualification.propose')}
      emptyHint={t('qualification.emptyHint')}
      hanging={qualifications}
      fields={fields}
      entryTitle={(row) => (
        <>
          {row.name} <Tag tone={tones[row.validity]}>{t(`qualification.validity.${row.validity}`)}</Tag>
        </>
      )}
      entry={(row) => <QualificationFacts row={row} />}
      entryMode={entryMode}
    />
  );
}
