import { useMutation } from '@tanstack/react-query';
import { App, Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Field } from '@/shared/ui/record-form/fields';
import { Tag } from '@/shared/ui/values/tag';
import { TimeText } from '@/shared/ui/values/values';
import '../clients.css';
import { download } from '@/shared/api/download';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { useChoices } from '../choices';
import { type Client, useClientsChanged } from '../queries';
import { type Attachment, useAttachments, withdraw } from './attachment-queries';
import { useClassifyItem } from './classify-item';
import { ItemLevelLine } from './item-level';
import { RemovedNote } from './removed-note';
import { UploadForm } from './upload-form';

/** `2.4 MB`: enough to know what one is about to fetch. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function WithdrawForm({ row, done }: { row: Attachment; done: () => void }) {
  const { t } = useTranslation('client-record');
  const changed = useClientsChanged();
  const fields = useMemo<Field[]>(
    () => [{ kind: 'long-text', name: 'reason', label: t('act.reason'), required: true, max: 500 }],
    [t],
  );
  return (
    <SmallForm
      label={t('attachment.withdraw')}
      fields={fields}
      save={async ({ reason }, key) => {
        await withdraw(row, String(reason ?? ''), key);
        await changed();
      }}
      onDone={done}
    />
  );
}

type FileOfPapers = Pick<Client, 'id' | 'level'>;

function Entry({ file, row }: { file: FileOfPapers; row: Attachment }) {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  const { message } = App.useApp();
  const classify = useClassifyItem('attachments', file);
  const fetching = useMutation({
    mutationFn: () =>
      download(`/api/v1/clients/${row.client_id}/attachments/${row.id}/content`, row.file_name),
    onError: (error) => message.error(asProblem(error).message),
  });
  return (
    <li className="zd-entry" data-removed={Boolean(row.removed)}>
      <div className="zd-spread">
        <h3>
          {row.file_name} <Tag>{word('attachment', row.kind)}</Tag>
        </h3>
        {row.removed ? null : (
          <div className="zd-row">
            <Button loading={fetching.isPending} onClick={() => fetching.mutate()}>
              {t('attachment.download')}
            </Button>
            <ActionBar
              allowed={row.allowed_actions}
              actions={[
                ...classify(row),
                {
                  action: 'withdraw',
                  label: t('attachment.withdraw'),
                  danger: true,
                  form: (done) => <WithdrawForm row={row} done={done} />,
                },
              ]}
            />
          </div>
        )}
      </div>
      <p className="zd-muted">
        {sizeText(row.size)} · {row.created_by.name} <TimeText value={row.created_at} />
      </p>
      <ItemLevelLine secrecy={row.secrecy} />
      {row.note ? <p className="zd-long-text">{row.note}</p> : null}
      {row.removed ? <RemovedNote removed={row.removed} /> : null}
    </li>
  );
}

/** The papers of a client (A-CLI-25): filed, fetched and withdrawn, never deleted. */
export function AttachmentsTab({ client, mayAdd }: { client: FileOfPapers; mayAdd: boolean }) {
  const { t } = useTranslation('client-record');
  const [withWithdrawn, setWithWithdrawn] = useState(false);
  const rows = useAttachments(client.id, withWithdrawn);
  return (
    <section className="zd-panel zd-block zd-stack" aria-labelledby="panel-attachments">
      <div className="zd-spread">
        <h2 id="panel-attachments">{t('attachment.title')}</h2>
        <Checkbox checked={withWithdrawn} onChange={({ target }) => setWithWithdrawn(target.checked)}>
          {t('attachment.withWithdrawn')}
        </Checkbox>
      </div>
      {mayAdd ? <UploadForm client={client} /> : null}
      <QueryGate query={rows}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('hanging.none')} hint={t('attachment.emptyHint')} />
          ) : (
            <ul>
              {items.map((row) => (
                <Entry key={row.id} file={client} row={row} />
              ))}
            </ul>
          )
        }
      </QueryGate>
    </section>
  );
}
