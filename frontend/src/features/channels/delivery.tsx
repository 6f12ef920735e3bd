import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { TimeText } from '@/shared/ui/values/values';
import type { Settings } from './queries';

type Failure = NonNullable<Settings['mail_failure']>;

/** The service says it by a word where no answer came, and by the code of the mail server where one did. */
function useFailureWord(): (error: string) => string {
  const { t } = useTranslation('channels');
  return (error) =>
    /^\d+$/.test(error)
      ? t('mail.error.ANSWER', { code: error })
      : t(`mail.error.${error}` as 'mail.error.TLS', { defaultValue: error });
}

function FailureText({ failure }: { failure: Failure }) {
  const word = useFailureWord();
  return (
    <span className="zd-row">
      <Tag tone="danger">{word(failure.error)}</Tag>
      <TimeText value={failure.failed_at} />
    </span>
  );
}

/** Where mail goes, whether any goes at all, and whether the last one came through. */
export function DeliveryPanel({ settings }: { settings: Settings }) {
  const { t } = useTranslation('channels');
  const { mail_address, mail_works, mail_failure } = settings;
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="delivery">
      <h2 id="delivery">{t('mail.title')}</h2>
      {mail_works ? null : <p className="zd-warning">{t('mail.off')}</p>}
      {mail_works && !mail_address ? <p className="zd-warning">{t('mail.nowhere')}</p> : null}
      <Facts
        items={[
          {
            label: t('mail.address'),
            value: (
              <>
                <span className="zd-mail-address">{mail_address || t('mail.noAddress')}</span>
                <AppLink href="/me/profile">{t('mail.change')}</AppLink>
              </>
            ),
          },
          {
            label: t('mail.service'),
            value: mail_works ? (
              <Tag tone="ok">{t('mail.works')}</Tag>
            ) : (
              <Tag tone="warning">{t('mail.notSet')}</Tag>
            ),
          },
          {
            label: t('mail.failure'),
            value: mail_failure ? <FailureText failure={mail_failure} /> : t('mail.noFailure'),
          },
        ]}
      />
      {mail_failure ? <p className="zd-muted">{t('mail.failureHint')}</p> : null}
    </section>
  );
}
