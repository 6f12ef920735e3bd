import { RightOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/features/session/public';
import { useRecordHref } from '@/shared/ui/navigation/use-record-href';
import { placeOfAct } from './closing';
import type { Obligation } from './queries';

function useActWords(): (operations: readonly string[]) => string {
  const { t } = useTranslation(['obligations', 'common']);
  return (operations) => {
    const words = operations.map((one) =>
      t(`obligations:act.${one}` as 'obligations:act.verify_client', { defaultValue: one }),
    );
    return [...new Set(words)].join(t('common:value.separator'));
  };
}

/** What closes it: an act on its record and nothing else, and the way to where that is done. */
export function ClosingPanel({ obligation }: { obligation: Obligation }) {
  const { t } = useTranslation('obligations');
  const router = useRouter();
  const me = useMe();
  const hrefOf = useRecordHref();
  const words = useActWords();
  const record = hrefOf(obligation.subject_kind, obligation.subject.id);
  const place = placeOfAct(obligation, record, me.data?.id);
  return (
    <section className="zd-panel zd-block zd-due-block" aria-labelledby="closing">
      <h2 id="closing">{t('closing.title')}</h2>
      <p>{t('closing.by', { acts: words(obligation.closed_by) })}</p>
      <p className="zd-muted">{t('closing.byItself')}</p>
      {obligation.state === 'OPEN' && place ? (
        <Button
          type="primary"
          icon={<RightOutlined aria-hidden />}
          iconPlacement="end"
          onClick={() => router.history.push(place)}
        >
          {t('closing.go')}
        </Button>
      ) : null}
    </section>
  );
}
