import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { Timeline } from '@/shared/ui/record/timeline';
import '../clients.css';
import type { Client } from '../queries';
import { CommentActs, useComments } from './comment-acts';
import { CommentForm } from './comment-form';
import { LevelTag } from './level-tag';
import { useShownLevel } from './shown-level';
import { TimelineBody, type TimelineItem, timelineKinds, useTimelineTitle } from './timeline-entry';

const pageSize = 50;

type Said = ReturnType<ReturnType<typeof useComments>['get']>;

function useTimeline(id: string, kinds: readonly TimelineItem['kind'][]) {
  return useInfiniteQuery({
    queryKey: ['client', 'timeline', id, kinds],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/v1/clients/{id}/timeline', {
          params: {
            path: { id },
            query: { kind: kinds.length > 0 ? [...kinds] : undefined, limit: pageSize, cursor: pageParam },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => (page.has_more ? (page.next_cursor ?? undefined) : undefined),
  });
}

/** What happened, and its level where that is above the file's: the mark of the page rises with it (A-SEC-07). */
function Title({ text, level }: { text: string; level: TimelineItem['level'] }) {
  useShownLevel(level);
  return (
    <span className="zd-row">
      {text}
      {level ? <LevelTag level={level} /> : null}
    </span>
  );
}

function Body({ client, item, comment }: { client: Client; item: TimelineItem; comment: Said }) {
  return (
    <>
      <TimelineBody item={item} />
      {comment ? <CommentActs client={client} comment={comment} /> : null}
    </>
  );
}

/** Everything that happened to a client, and what colleagues say of it. */
export function TimelineTab({ client }: { client: Client }) {
  const { t } = useTranslation('client-record');
  const [kinds, setKinds] = useState<TimelineItem['kind'][]>([]);
  const timeline = useTimeline(client.id, kinds);
  const title = useTimelineTitle();
  const comments = useComments(client.id, timeline.data?.pages.flatMap(({ items }) => items) ?? []);
  const options = timelineKinds.map((value) => ({ value, label: t(`timeline.kind.${value}`) }));
  return (
    <div className="zd-panel zd-block zd-stack">
      <h2>{t('timeline.title')}</h2>
      {client.status === 'ACTIVE' ? <CommentForm client={client} /> : null}
      <QueryGate query={timeline}>
        {({ pages }) => (
          <Timeline
            entries={pages
              .flatMap(({ items }) => items)
              .map((item) => ({
                id: item.id,
                kind: item.kind,
                occurredAt: item.occurred_at,
                actor: item.actor.name,
                title: <Title text={title(item)} level={item.level} />,
                body: <Body client={client} item={item} comment={comments.get(item.id)} />,
              }))}
            kinds={options}
            shownKinds={kinds}
            onKinds={(next) => setKinds(timelineKinds.filter((kind) => next.includes(kind)))}
            more={
              timeline.hasNextPage ? (
                <Button loading={timeline.isFetchingNextPage} onClick={() => timeline.fetchNextPage()}>
                  {t('timeline.older')}
                </Button>
              ) : null
            }
          />
        )}
      </QueryGate>
    </div>
  );
}
