import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { useClientsChanged } from '../queries';
import { PeoplePicker, type Person } from './people-picker';

/** As many as the service tells at once. */
const mostMentions = 20;

/** A word about the client to colleagues; those who are mentioned are told. */
export function CommentForm({ clientId }: { clientId: string }) {
  const { t } = useTranslation('client-record');
  const changed = useClientsChanged();
  const [body, setBody] = useState('');
  const [people, setPeople] = useState<Person[]>([]);
  const key = useRef(crypto.randomUUID());
  const writing = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/clients/{id}/comments', {
          params: { path: { id: clientId } },
          headers: idempotencyKey(key.current),
          body: { body: body.trim(), mentions: people.map(({ value }) => value) },
        }),
      ),
    onSuccess: () => {
      setBody('');
      setPeople([]);
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
        if (body.trim()) writing.mutate();
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
