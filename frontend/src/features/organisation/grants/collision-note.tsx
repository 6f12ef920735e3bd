import { useTranslation } from 'react-i18next';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import type { Side } from './collision';
import '../organisation.css';

/** The two sides of a refused grant: which permission each is, and which role brings it. */
export function CollisionNote({ sides }: { sides: readonly Side[] }) {
  const { t } = useTranslation('organisation');
  const word = usePermissionWord();
  return (
    <section className="zd-org-collision" aria-labelledby="collision">
      <h3 id="collision">{t('grant.collision')}</h3>
      <dl>
        {sides.map(({ permission, from }) => (
          <div key={permission}>
            <dt>
              {word(permission)} <code className="zd-mono zd-muted">{permission}</code>
            </dt>
            <dd>
              {from.length === 0 ? t('grant.byDelegation') : null}
              {from.map(({ id, name, isWanted }) => (
                <span key={id} className="zd-row">
                  <RecordLink type="role" id={id}>
                    {name}
                  </RecordLink>
                  <Tag tone={isWanted ? 'warning' : 'neutral'}>
                    {t(isWanted ? 'grant.wanted' : 'grant.held')}
                  </Tag>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="zd-muted">{t('grant.collisionHint')}</p>
    </section>
  );
}
