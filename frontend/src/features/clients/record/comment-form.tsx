import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { type Client, useClientsChanged } from '../queries';
import { chosenSecrecy, lacksContent, type SecrecyDraft } from './item-secrecy';
import { PeoplePicker, type Person } from './people-picker';
import { SecrecyPart } from './secrecy-part';

/** As many as the service tells at once. */
const mostMentions = 20;

/** A word about the client to colleagues; those who are mentioned are told. */
export function CommentForm({ client }: { client: Pick<Client, 'id' | 'level'> }) {
  const { t } = useTranslation('client-record');
  const changed = useClientsChanged();
  const [body, setBody] = useState('');
  const [people, setPeople] = useState<Person[]>([]);
  const [secrecy, setSecrecy] = useState<SecrecyDraft>({});
  const [isTried, setTried] = useState(false);
  // The part folds away again with what was sent, and stays as it is where that was refused.
  const [sent, setSent] = useState(0);
  const key = useRef(crypto.randomUUID());
  const writing = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/clients/{id}/comments', {
          params: { path: { id: client.id } },
          headers: idempotencyKey(key.current),
          body: {
            body: body.trim(),
            mentions: people.map(({ value }) => value),
            secrecy: chosenSecrecy(secrecy),
          },
        }),
      ),
    onSuccess: () => {
      setBody('');
      setPeople([]);
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
      aria-label={t('comment.add')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (body.trim() && !lacksContent(secrecy)) writing.mutate();
      }}
    >
      <Input.TextArea
        aria-label={t('comment.body')}
        placeholder={t('comment.body')}
        value={body}
        maxLength={4000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={({ target }) => setBody(target.value)}
      />
      <SecrecyPart
        key={sent}
        ofFile={client.level}
        value={secrecy}
        onChange={setSecrecy}
        isRefused={isTried && lacksContent(secrecy)}
      />
      <div className="zd-row">
        <PeoplePicker
          aria-label={t('comment.mention')}
          value={people}
          onChange={setPeople}
          max={mostMentions}
        />
        <Button type="primary" htmlType="submit" disabled={!body.trim()} loading={writing.isPending}>
          {t('comment.add')}
        </Button>
      </div>
      {writing.isError ? <ProblemAlert error={writing.error} /> : null}
    </form>
  );
}
