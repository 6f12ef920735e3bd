import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { useActWord } from '@/shared/ui/record/act-words';
import { FieldChanges } from '@/shared/ui/record/field-changes';
import { useFieldWord } from '@/shared/ui/record/field-words';
import { DateText } from '@/shared/ui/values/values';
import '../clients.css';
import { useChoices } from '../choices';
import { isNothing, told } from './told-changes';
import { useSay } from './use-say';

export type TimelineItem = components['schemas']['TimelineItem'];
type Change = NonNullable<TimelineItem['change']>;

export const timelineKinds: readonly TimelineItem['kind'][] = [
  'CHANGE',
  'COMMENT',
  'INTERACTION',
  'ATTACHMENT',
];

/** What happened, in a line. */
export function useTimelineTitle(): (item: TimelineItem) => string {
  const { t } = useTranslation(['client-record', 'clients']);
  const { word } = useChoices();
  const act = useActWord();
  return (item) => {
    if (item.interaction)
      return t('client-record:timeline.met', { channel: word('channel', item.interaction.channel) });
    if (item.comment) return t('client-record:timeline.said');
    if (item.attachment) {
      return item.attachment.withdrawn
        ? t('client-record:timeline.withdrawn', { name: item.attachment.file_name })
        : t('client-record:timeline.filed', { name: item.attachment.file_name });
    }
    return act(item.change?.action ?? '');
  };
}

/** As many changes as are read at a glance; more are folded away behind their number. */
const glance = 6;

function FoldedChanges({ changes }: ComponentProps<typeof FieldChanges>) {
  const { t } = useTranslation('client-record');
  if (changes.length <= glance) return <FieldChanges changes={changes} />;
  return (
    <details>
      <summary>{t('timeline.fields', { count: changes.length })}</summary>
      <FieldChanges changes={changes} />
    </details>
  );
}

function ChangeBody({ change }: { change: Change }) {
  const { t } = useTranslation('client-record');
  const label = useFieldWord('client');
  const say = useSay();
  return (
    <>
      {change.of ? <p className="zd-muted">{t('timeline.of', { name: change.of.name })}</p> : null}
      {change.reason ? <p>{t('timeline.reason', { reason: change.reason })}</p> : null}
      <FoldedChanges
        changes={told(change.changes).map(({ field, before, after }) => ({
          field,
          label: label(field),
          before: isNothing(before) ? '' : say(field, before),
          after: say(field, after),
        }))}
      />
    </>
  );
}

function Said({ comment }: { comment: NonNullable<TimelineItem['comment']> }) {
  const { t } = useTranslation('client-record');
  if (comment.body === null || comment.body === undefined)
    return <p className="zd-muted">{t('comment.takenBack')}</p>;
  return (
    <>
      <p className="zd-long-text">{comment.body}</p>
      {comment.mentions.length > 0 ? (
        <p className="zd-muted">{comment.mentions.map(({ name }) => `@${name}`).join(' ')}</p>
      ) : null}
      {comment.edited ? <p className="zd-muted">{t('comment.edited')}</p> : null}
    </>
  );
}

function Met({ talk }: { talk: NonNullable<TimelineItem['interaction']> }) {
  const { t } = useTranslation('client-record');
  return (
    <>
      {talk.corrected ? <p className="zd-muted">{t('interaction.isCorrected')}</p> : null}
      <p className="zd-long-text">{talk.summary}</p>
      {talk.next_step ? (
        <p>
          {t('interaction.next_step')} {talk.next_step} <DateText value={talk.next_on} due />
        </p>
      ) : null}
    </>
  );
}

export function TimelineBody({ item }: { item: TimelineItem }) {
  if (item.change) return <ChangeBody change={item.change} />;
  if (item.comment) return <Said comment={item.comment} />;
  if (item.interaction) return <Met talk={item.interaction} />;
  return item.attachment?.note ? <p className="zd-long-text">{item.attachment.note}</p> : null;
}
