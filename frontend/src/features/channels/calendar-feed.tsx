import { CalendarOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import { CopyOnce } from '@/shared/ui/values/copy-once';
import { Facts } from '@/shared/ui/values/facts';
import { TimeText } from '@/shared/ui/values/values';
import './channels.css';
import { useCalendarFeed, useEndCalendarFeed, useMakeCalendarFeed } from './queries';

type Question = 'renew' | 'end';
type AskProps = { question: Question; carryOut: () => void; giveUp: () => void };

/** What it brings about for calendars that use the link, before it is done; in a dialog as well. */
function Ask({ question, carryOut, giveUp }: AskProps) {
  const { t } = useTranslation(['channels', 'common']);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  return (
    <fieldset className="zd-warning zd-ask" aria-labelledby="feed-question">
      <p>
        <strong id="feed-question">{t(`channels:feed.${question}Confirm`)}</strong>{' '}
        {t(`channels:feed.${question}Hint`)}
      </p>
      <div className="zd-row">
        <Button ref={yes} danger={question === 'end'} onClick={carryOut}>
          {t(`channels:feed.${question}`)}
        </Button>
        <Button type="text" onClick={giveUp}>
          {t('common:action.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}

type ActsProps = { active: boolean; make: () => void; end: () => void; isMaking: boolean; isEnding: boolean };

function FeedActs({ active, make, end, isMaking, isEnding }: ActsProps) {
  const { t } = useTranslation('channels');
  const [question, setQuestion] = useState<Question | null>(null);
  // Where the focus goes back to.
  const asked = useRef<HTMLButtonElement>(null);
  const close = () => {
    setQuestion(null);
    requestAnimationFrame(() => asked.current?.focus());
  };
  if (!active) {
    return (
      <div>
        <Button type="primary" loading={isMaking} onClick={make}>
          {t('feed.make')}
        </Button>
      </div>
    );
  }
  if (question) {
    const carryOut = () => {
      setQuestion(null);
      if (question === 'renew') make();
      else end();
    };
    return <Ask question={question} carryOut={carryOut} giveUp={close} />;
  }
  return (
    <div className="zd-row">
      <Button ref={asked} loading={isMaking} onClick={() => setQuestion('renew')}>
        {t('feed.renew')}
      </Button>
      <Button danger loading={isEnding} onClick={() => setQuestion('end')}>
        {t('feed.end')}
      </Button>
    </div>
  );
}

/** One's obligations in a calendar of one's own: a secret link that is shown once, renewed or ended. */
export function CalendarFeedPanel() {
  const { t } = useTranslation('channels');
  const { message } = App.useApp();
  const feed = useCalendarFeed();
  const make = useMakeCalendarFeed();
  const end = useEndCalendarFeed();
  const failed = make.error ?? end.error;
  const url = make.data?.url;
  const endIt = () => {
    make.reset();
    end.mutate(undefined, { onSuccess: () => message.success(t('feed.ended')) });
  };
  return (
    <div className="zd-stack">
      <p className="zd-muted">{t('feed.hint')}</p>
      {failed ? <ProblemAlert error={failed} compact /> : null}
      {url ? (
        <div className="zd-stack">
          <div className="zd-warning" role="alert">
            {t('feed.once')}
          </div>
          {/* A renewed link is another: it is selected anew. */}
          <CopyOnce key={url} label={t('feed.link')} value={url} />
        </div>
      ) : null}
      <QueryGate query={feed}>
        {({ active, created_at, last_read_at }) => (
          <>
            {active ? (
              <Facts
                items={[
                  { label: t('feed.made'), value: <TimeText value={created_at} /> },
                  {
                    label: t('feed.read'),
                    value: last_read_at ? <TimeText value={last_read_at} /> : t('feed.neverRead'),
                  },
                ]}
              />
            ) : (
              <p>{t('feed.none')}</p>
            )}
            <FeedActs
              active={active}
              make={() => make.mutate()}
              end={endIt}
              isMaking={make.isPending}
              isEnding={end.isPending}
            />
          </>
        )}
      </QueryGate>
    </div>
  );
}

/** The same, where one looks at the calendar of one's obligations. */
export function CalendarFeedButton() {
  const { t } = useTranslation('channels');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<CalendarOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('feed.open')}
      </Button>
      <FormDialog open={isOpen} title={t('feed.title')} onCancel={() => setOpen(false)}>
        <CalendarFeedPanel />
      </FormDialog>
    </>
  );
}
