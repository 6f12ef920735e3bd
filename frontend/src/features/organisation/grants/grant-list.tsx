import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/shared/ui/feedback/loading';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { GrantStory, GrantTimes, RevokeBar, StandingTag } from './grant-entry';
import { type Grant, useGrants, type Which } from './queries';
import { isOpen } from './standing';
import '../organisation.css';

type Props = {
  title: string;
  which: Which;
  /** Whose name heads an entry: the role a person holds, or the person who holds a role. */
  named: 'role' | 'person';
  empty: string;
};

function Entry({ grant, named }: { grant: Grant; named: Props['named'] }) {
  const { t } = useTranslation('organisation');
  const { id, name } = grant[named];
  return (
    <li className="zd-org-grant">
      <div className="zd-spread">
        <p className="zd-row">
          <strong>
            <RecordLink type={named} id={id}>
              {name}
            </RecordLink>
          </strong>
          <StandingTag grant={grant} />
          <span>
            <GrantTimes grant={grant} />
          </span>
        </p>
        {isOpen(grant, new Date().toISOString()) ? (
          <RevokeBar
            grant={grant}
            label={t(named === 'role' ? 'grant.revoke' : 'grant.revokeFrom', { name })}
          />
        ) : null}
      </div>
      <GrantStory grant={grant} />
    </li>
  );
}

/** Grants with their story, a page at a time. */
export function GrantList({ title, which, named, empty }: Props): ReactNode {
  const { t } = useTranslation('organisation');
  const grants = useGrants(which);
  const items = grants.data?.pages.flatMap((page) => page.items);
  const total = grants.data?.pages[0]?.page.total;
  const heading = `grants-${named}-${which.active ?? 'all'}`;
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby={heading}>
      <h2 id={heading}>
        {title} {typeof total === 'number' ? <span className="zd-muted">{total}</span> : null}
      </h2>
      {grants.isPending ? <Loading /> : null}
      {grants.isError ? <ProblemAlert error={grants.error} onRetry={() => grants.refetch()} /> : null}
      {items?.length === 0 ? <p className="zd-muted">{empty}</p> : null}
      {items && items.length > 0 ? (
        <ul>
          {items.map((grant) => (
            <Entry key={grant.id} grant={grant} named={named} />
          ))}
        </ul>
      ) : null}
      {grants.hasNextPage ? (
        <div>
          <Button loading={grants.isFetchingNextPage} onClick={() => grants.fetchNextPage()}>
            {t('grant.more')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
