import { DownOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { counted } from '@/shared/format/count';
import { MenuDropdown } from '../navigation/menu-dropdown';
import { pageSizes } from './filters';
import type { ListState } from './list-state';

type Props = { page: components['schemas']['PageInfo'] | undefined; state: ListState; shown: number };

/** A menu and no select box, which would be the list's only one and a tenth of what it loads. */
function PageSize({ state }: { state: ListState }) {
  const { t } = useTranslation();
  const said = t('list.perPage', { count: state.limit });
  const items = pageSizes.map((size) => ({
    key: String(size),
    label: t('list.perPage', { count: size }),
    onClick: () => state.setLimit(size),
  }));
  return (
    <MenuDropdown menu={{ items, selectable: true, selectedKeys: [String(state.limit)] }}>
      <Button
        size="small"
        aria-label={`${t('list.pageSize')}: ${said}`}
        icon={<DownOutlined aria-hidden />}
        iconPlacement="end"
      >
        {said}
      </Button>
    </MenuDropdown>
  );
}

export function ListFooter({ page, state, shown }: Props) {
  const { t } = useTranslation();
  const total = page?.total;
  const figure =
    typeof total !== 'number'
      ? t('list.shown', { count: shown })
      : t(page?.total_capped ? 'list.totalCapped' : 'list.total', counted(total));
  const nextCursor = page?.has_more ? page.next_cursor : null;
  return (
    <nav className="zd-list-footer" aria-label={t('list.paging')}>
      <span aria-live="polite">{page ? figure : null}</span>
      <div className="zd-row">
        <PageSize state={state} />
        <Button
          size="small"
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('list.previous')}
          disabled={!state.hasPrevious}
          onClick={state.previous}
        />
        <span>{t('list.page', { page: state.page })}</span>
        <Button
          size="small"
          icon={<RightOutlined aria-hidden />}
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
