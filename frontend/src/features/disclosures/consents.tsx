import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import { type Fact, Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, PlainText, RefText } from '@/shared/ui/values/values';
import type { DisclosedFile, Disclosure } from './queries';
import { RevokeForm } from './revoke-form';
import './disclosures.css';

type Consent = NonNullable<DisclosedFile['consent']>;

function useFacts(consent: Consent, clientId: string): Fact[] {
  const { t } = useTranslation('disclosures');
  const { attachment, revoked_on } = consent;
  const revoked: Fact[] = revoked_on
    ? [
        { label: t('consent.revokedOn'), value: <DateText value={revoked_on} /> },
        { label: t('consent.revokedBy'), value: <RefText value={consent.revoked_by} /> },
        { label: t('consent.note'), value: <PlainText value={consent.revoke_note} />, wide: true },
      ]
    : [];
  return [
    {
      label: t('consent.givenBy'),
      value: consent.given_by ?? <span className="zd-muted">{t('notShown')}</span>,
    },
    { label: t('consent.givenOn'), value: <DateText value={consent.given_on} /> },
    {
      label: t('consent.paper'),
      value: (
        <>
          {attachment ? (
            <AppLink href={`/clients/${clientId}?tab=attachments`}>{attachment.name}</AppLink>
          ) : (
            <PlainText value={null} />
          )}{' '}
          {consent.attachment_removed ? <Tag tone="danger">{t('consent.removed')}</Tag> : null}
        </>
      ),
      wide: true,
    },
    ...revoked,
  ];
}

function ConsentFacts({ consent, clientId }: { consent: Consent; clientId: string }) {
  return <Facts items={useFacts(consent, clientId)} />;
}

type Props = { disclosure: Disclosure; file: DisclosedFile };

function File({ disclosure, file }: Props) {
  const { t } = useTranslation('disclosures');
  const [isRevoking, setRevoking] = useState(false);
  const { client, consent } = file;
  const close = () => setRevoking(false);
  return (
    <li className="zd-disclosure-file">
      <h3>
        <RecordLink type="client" id={client.id}>
          {client.name}
        </RecordLink>{' '}
        <span className="zd-muted zd-mono">{file.number}</span>{' '}
        {consent?.revoked_on ? <Tag tone="danger">{t('consent.revoked')}</Tag> : null}
      </h3>
      {consent ? (
        <ConsentFacts consent={consent} clientId={client.id} />
      ) : (
        <p className="zd-muted">{t('consent.none')}</p>
      )}
      {consent?.revocable ? (
        <>
          <Button danger onClick={() => setRevoking(true)}>
            {t('revoke.action')}
          </Button>
          <FormDialog title={t('revoke.of', { client: client.name })} open={isRevoking} onCancel={close}>
            <RevokeForm disclosure={disclosure} client={client} done={close} />
          </FormDialog>
        </>
      ) : null}
    </li>
  );
}

/** Of which clients, and on whose consent (B-SEC-08); those that the reader may not see are counted. */
export function Files({ disclosure }: { disclosure: Disclosure }) {
  const { t } = useTranslation('disclosures');
  const { files, file_count, destroyed_files } = disclosure;
  const hidden = file_count - destroyed_files - files.length;
  return (
    <>
      {files.length > 0 ? (
        <ul>
          {files.map((file) => (
            <File key={file.number} disclosure={disclosure} file={file} />
          ))}
        </ul>
      ) : null}
      {hidden > 0 ? <p className="zd-muted">{t('hidden', { count: hidden })}</p> : null}
      {destroyed_files > 0 ? <p className="zd-muted">{t('destroyed', { count: destroyed_files })}</p> : null}
    </>
  );
}
