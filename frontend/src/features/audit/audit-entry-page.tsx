import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCodeWord } from '@/shared/ui/feedback/code-words';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { useActWord, useRecordWord } from '@/shared/ui/record/act-words';
import { FieldChanges } from '@/shared/ui/record/field-changes';
import { useFieldWord } from '@/shared/ui/record/field-words';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import { type AuditEntry, nameOf, useAuditEntry } from './queries';
import { Severed } from './severed';

function said(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function changesOf(changes: Record<string, unknown> | null | undefined, word: (field: string) => string) {
  return Object.entries(changes ?? {}).map(([field, pair]) => {
    const [before, after] = Array.isArray(pair) ? pair : [null, pair];
    return { field, label: word(field), before: said(before), after: said(after) };
  });
}

function Hash({ value }: { value: string | null | undefined }) {
  return value ? <code className="zd-hash">{value}</code> : <PlainText value={null} />;
}

/** What it was done to; one that was destroyed has no name and no page any more. */
function Subject({ entry: { resource, severed_by } }: { entry: AuditEntry }) {
  if (severed_by) return <Severed by={severed_by} />;
  if (!resource.id) return <PlainText value={resource.label} />;
  return (
    <RecordLink type={resource.type} id={resource.id}>
      {resource.label}
    </RecordLink>
  );
}

function Changes({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation(['audit', 'common']);
  const word = useFieldWord(entry.resource.type);
  const changes = [
    ...changesOf(entry.changes as Record<string, unknown>, word),
    ...changesOf(entry.personal_changes as Record<string, unknown> | null, word),
  ];
  const hidden = entry.personal_changes ? [] : entry.personal_fields;
  return (
    <>
      {changes.length === 0 ? (
        <p className="zd-muted">{t('entry.noChanges')}</p>
      ) : (
        <FieldChanges changes={changes} />
      )}
      {hidden.length > 0 ? (
        <p className="zd-muted">
          {t('entry.hidden', { fields: hidden.map(word).join(t('common:value.separator')) })}
        </p>
      ) : null}
    </>
  );
}

function ChangesPanel({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const { severed_by } = entry;
  return (
    <section className="zd-panel zd-inset zd-stack">
      <h2>{t('entry.changes')}</h2>
      {severed_by ? (
        <>
          <p className="zd-muted">{t('entry.severedHint')}</p>
          <p>
            <RecordLink type="client-destruction" id={severed_by}>
              {t('entry.certificate')}
            </RecordLink>
          </p>
        </>
      ) : (
        <Changes entry={entry} />
      )}
    </section>
  );
}

function EntryBody({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const router = useRouter();
  const act = useActWord();
  const record = useRecordWord();
  const refusal = useCodeWord();
  const { resource } = entry;
  return (
    <>
      <RecordHeader
        list="audit-entries"
        id={entry.id}
        listHref="/audit"
        goTo={(id) => router.history.push(`/audit/${id}`)}
        number={entry.sequence === null || entry.sequence === undefined ? null : String(entry.sequence)}
        title={act(entry.action)}
        tags={<Tag tone={entry.outcome === 'DONE' ? 'ok' : 'danger'}>{t(`outcome.${entry.outcome}`)}</Tag>}
      />
      <section className="zd-panel zd-inset zd-stack">
        <Facts
          items={[
            { label: t('entry.time'), value: <TimeText value={entry.occurred_at} /> },
            { label: t('entry.name'), value: <code>{entry.action}</code> },
            { label: t('entry.actor'), value: nameOf(entry.actor) ?? t('via.SYSTEM') },
            { label: t('entry.via'), value: t(`via.${entry.via}`) },
            { label: t('entry.resourceType'), value: record(resource.type) },
            {
              label: t('entry.resource'),
              value: <Subject entry={entry} />,
            },
            {
              label: t('entry.code'),
              value: entry.code ? (
                <>
                  {refusal(entry.code)} <code className="zd-muted">{entry.code}</code>
                </>
              ) : (
                <PlainText value={null} />
              ),
            },
            { label: t('entry.reason'), value: <PlainText value={entry.reason} />, wide: true },
            { label: t('entry.request'), value: <code>{entry.request_id}</code>, wide: true },
            { label: t('entry.previousHash'), value: <Hash value={entry.previous_hash} />, wide: true },
            { label: t('entry.hash'), value: <Hash value={entry.hash} />, wide: true },
          ]}
        />
      </section>
      <ChangesPanel entry={entry} />
    </>
  );
}

export function AuditEntryPage() {
  const { id } = useParams({ strict: false });
  const entry = useAuditEntry(id ?? '');
  return (
    <div className="zd-page">
      <QueryGate query={entry}>{(data) => <EntryBody entry={data} />}</QueryGate>
    </div>
  );
}
