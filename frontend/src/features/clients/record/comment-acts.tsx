import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/features/session/public';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { ActionBar } from '@/shared/ui/record/action-bar';
import type { Client } from '../queries';
import { useClassifyItem } from './classify-item';
import { ItemTerm } from './item-level';
import type { TimelineItem } from './timeline-entry';
import './secrecy-part.css';

type Comment = components['schemas']['Comment'];

/** The comments themselves, where the timeline alone does not say enough: of one with a level, or to set one. */
export function useComments(id: string, items: readonly TimelineItem[]): ReadonlyMap<string, Comment> {
  const can = useCan();
  const said = items.filter(({ kind }) => kind === 'COMMENT');
  const comments = useQuery({
    queryKey: ['client', 'comments', id],
    queryFn: () =>
      answer(api.GET('/api/v1/clients/{id}/comments', { params: { path: { id }, query: { limit: 200 } } })),
    enabled: said.some(({ level }) => level) || (said.length > 0 && can('client.classify')),
  });
  return new Map(comments.data?.items.map((comment) => [comment.id, comment]));
}

/** The term of a comment's level, and the act that sets it. */
export function CommentActs({ client, comment }: { client: Client; comment: Comment }) {
  const classify = useClassifyItem('comments', client);
  const actions = classify(comment);
  if (!comment.secrecy && actions.length === 0) return null;
  return (
    <div className="zd-comment-acts">
      {comment.secrecy ? (
        <p>
          <ItemTerm secrecy={comment.secrecy} />
        </p>
      ) : null}
      {actions.length > 0 ? <ActionBar allowed={comment.allowed_actions} actions={actions} /> : null}
    </div>
  );
}
