import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import '../clients.css';
import { FileButton } from '@/shared/ui/pickers/file-button';
import { useChoices } from '../choices';
import { useClientsChanged } from '../queries';
import { attach } from './attachment-queries';

/** Files a paper: what it is, the file, and a note. */
export function UploadForm({ clientId }: { clientId: string }) {
  const { t } = useTranslation('client-record');
  const { options } = useChoices();
  const changed = useClientsChanged();
  const [kind, setKind] = useState('QUOTATION');
  const [note, setNote] = useState('');
  const [file, setFile] = useState<File | null>(null);
  // One key for one intended paper: a lost answer must not file it twice.
  const key = useRef(crypto.randomUUID());
  const filing = useMutation({
    mutationFn: (chosen: File) => attach(clientId, chosen, kind, note.trim(), key.current),
    onSuccess: () => {
      setFile(null);
      setNote('');
      key.current = crypto.randomUUID();
      return changed();
    },
    onError: () => {
      key.current = crypto.randomUUID();
    },
  });
  return (
    <form
      className="zd-stack"
      aria-label={t('attachment.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (file) filing.mutate(file);
      }}
    >
      <div className="zd-row">
        <Select
          aria-label={t('attachment.kind')}
          value={kind}
          onChange={setKind}
          options={options('attachment')}
          style={{ minWidth: 120 }}
        />
        <FileButton label={t('attachment.choose')} file={file} onFile={setFile} />
        <Input
          aria-label={t('attachment.note')}
          placeholder={t('attachment.note')}
          value={note}
          maxLength={500}
          onChange={({ target }) => setNote(target.value)}
          style={{ width: 260 }}
        />
        <Button
          type="primary"
          htmlType="submit"
          icon={<UploadOutlined aria-hidden />}
          disabled={!file}
          loading={filing.isPending}
        >
          {t('attachment.add')}
        </Button>
      </div>
      {filing.isError ? <ProblemAlert error={filing.error} /> : null}
    </form>
  );
}
