import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import '../clients.css';
import { FileButton } from '@/shared/ui/pickers/file-button';
import { useChoices } from '../choices';
import { type Client, useClientsChanged } from '../queries';
import { attach } from './attachment-queries';
import { chosenSecrecy, lacksContent, type SecrecyDraft } from './item-secrecy';
import { SecrecyPart } from './secrecy-part';

/** Files a paper: what it is, the file, a note, and how secret it is where that is more than its file. */
export function UploadForm({ client }: { client: Pick<Client, 'id' | 'level'> }) {
  const { t } = useTranslation('client-record');
  const { options } = useChoices();
  const changed = useClientsChanged();
  const [kind, setKind] = useState('QUOTATION');
  const [note, setNote] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [secrecy, setSecrecy] = useState<SecrecyDraft>({});
  const [isTried, setTried] = useState(false);
  // The part folds away again with what was sent, and stays as it is where that was refused.
  const [sent, setSent] = useState(0);
  const isRefused = isTried && lacksContent(secrecy);
  // One key for one intended paper: a lost answer must not file it twice.
  const key = useRef(crypto.randomUUID());
  const filing = useMutation({
    mutationFn: (chosen: File) => {
      const paper = { file: chosen, kind, note: note.trim(), secrecy: chosenSecrecy(secrecy) };
      return attach(client.id, paper, key.current);
    },
    onSuccess: () => {
      setFile(null);
      setNote('');
      setSecrecy({});
      setTried(false);
      setSent((count) => count + 1);
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
        setTried(true);
        if (file && !lacksContent(secrecy)) filing.mutate(file);
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
      <SecrecyPart
        key={sent}
        ofFile={client.level}
        value={secrecy}
        onChange={setSecrecy}
        isRefused={isRefused}
      />
      {filing.isError ? <ProblemAlert error={filing.error} /> : null}
    </form>
  );
}
