import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { counted } from '@/shared/format/count';
import type { Selection, SelectionState } from './selection';

export type BulkAction = { id: string; label: string; danger?: boolean; run: (selection: Selection) => void };

type Props = { actions: readonly BulkAction[]; selection: SelectionState; total: number | null };

export function BulkBar({ actions, selection, total }: Props) {
  const { t } = useTranslation();
  const isAll = selection.selection.kind === 'ALL_MATCHING';
  const canWiden = !isAll && total !== null && selection.count !== null && total > selection.count;
  return (
    <section className="zd-bulk" aria-label={t('list.bulk')}>
      <span role="status">{t('list.selected', counted(selection.count ?? 0))}</span>
      {canWiden ? (
        <Button size="small" type="link" onClick={selection.selectAllMatching}>
          {t('list.selectAll', counted(total))}
        </Button>
      ) : null}
      {actions.map((action) => (
        <Button
          key={action.id}
          size="small"
          danger={action.danger}
          onClick={() => action.run(selection.selection)}
        >
          {action.label}
        </Button>
      ))}
      <Button size="small" type="text" onClick={selection.clear}>
        {t('list.clearSelection')}
      </Button>
    </section>
  );
}
