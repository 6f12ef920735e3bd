import { useTranslation } from 'react-i18next';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { TimeText } from '@/shared/ui/values/values';
import { usePeopleChanged } from '../people/queries';
import { type Grant, revokeGrant } from './queries';
import { type Standing, standingOf } from './standing';
import '../organisation.css';

const tones: Record<Standing, Tone> = {
  IN_FORCE: 'ok',
  TO_COME: 'accent',
  REVOKED: 'neutral',
  EXPIRED: 'neutral',
};

export function StandingTag({ grant }: { grant: Grant }) {
  const { t } = useTranslation('organisation');
  const standing = standingOf(grant, new Date().toISOString());
  return <Tag tone={tones[standing]}>{t(`grant.standing.${standing}`)}</Tag>;
}

/** From when until when, in words where there is no end. */
export function GrantTimes({ grant }: { grant: Grant }) {
  const { t } = useTranslation('organisation');
  return (
    <>
      <TimeText value={grant.valid_from} /> {t('grant.to')}{' '}
      {grant.valid_until ? <TimeText value={grant.valid_until} /> : t('grant.untilRevoked')}
    </>
  );
}

export function RevokeBar({ grant, label }: { grant: Grant; label: string }) {
  const { t } = useTranslation('organisation');
  const changed = usePeopleChanged();
  return (
    <ActionBar
      allowed={grant.allowed_actions}
      actions={[
        {
          action: 'revoke',
          label,
          danger: true,
          form: (done) => (
            <ReasonForm
              label={label}
              hint={t('grant.revokeHint')}
              save={async (reason, key) => {
                await revokeGrant(grant, reason, key);
                await changed();
              }}
              done={done}
            />
          ),
        },
      ]}
    />
  );
}

/** Who gave it and why, and who took it back and why. */
export function GrantStory({ grant }: { grant: Grant }) {
  const { t } = useTranslation('organisation');
  return (
    <div className="zd-muted zd-org-story">
      <p>
        {t('grant.givenBy')} {grant.granted_by?.name ?? t('grant.bySystem')} ·{' '}
        <TimeText value={grant.granted_at} /> · {grant.reason}
      </p>
      {grant.revoked_at ? (
        <p>
          {t('grant.revokedBy')} {grant.revoked_by?.name ?? t('grant.bySystem')} ·{' '}
          <TimeText value={grant.revoked_at} />
          {grant.revoke_reason ? ` · ${grant.revoke_reason}` : null}
        </p>
      ) : null}
    </div>
  );
}
