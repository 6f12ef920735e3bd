import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { pageSizes } from './filters';
import type { ListState } from './list-state';

type Props = { page: components['schemas']['PageInfo'] | undefined; state: ListState; shown: number };

export function ListFooter({ page, state, shown }: Props) {
  const { t } = useTranslation();
  const total = page?.total;
  const figure =
    typeof total !== 'number'
      ? t('list.shown', { count: shown })
      : t(page?.total_capped ? 'list.totalCapped' : 'list.total', { count: total });
  const nextCursor = page?.has_more ? page.next_cursor : null;
  return (
    <nav className="zd-list-footer" aria-label={t('list.paging')}>
      <span aria-live="polite">{page ? figure : null}</span>
      <div className="zd-row">
        <Select
          size="small"
          aria-label={t('list.pageSize')}
          value={state.limit}
          onChange={state.setLimit}
          options={pageSizes.map((size) => ({ value: size, label: t('list.perPage', { count: size }) }))}
        />
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={t('list.previous')}
          disabled={!state.hasPrevious}
          onClick={state.previous}
        />
        <span>{t('list.page', { page: state.page })}</span>
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={t('list.next')}
          disabled={!nextCursor}
          onClick={() => nextCursor && state.next(nextCursor)}
        />
      </div>
    </nav>
  );
}

/** Others changed what belongs on this page while the pointer or focus rested on it. */
export function NewsPill({ onAccept }: { onAccept: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="zd-news" role="status">
      {t('list.news')}
      <Button size="small" type="link" onClick={onAccept}>
        {t('list.showNews')}
      </Button>
    </div>
  );
}
