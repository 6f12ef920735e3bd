import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListBodyProps } from './list-body';

/** The same rows on a narrow screen: a card each, headed by what names the record. */
export function ListCards<Row extends { id: string }>({
  label,
  rows,
  columns,
  selection,
}: ListBodyProps<Row>) {
  const { t } = useTranslation();
  const heading = columns.shown.find((column) => column.heading) ?? columns.shown[0];
  return (
    <ul className="zd-cards" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className="zd-card" data-selected={selection?.isSelected(row.id) ?? false}>
          <div className="zd-card-head">
            {selection ? (
              <Checkbox
                aria-label={t('list.selectRow')}
                checked={selection.isSelected(row.id)}
                onChange={() => selection.toggle(row.id)}
              />
            ) : null}
            <div className="zd-card-title">{heading?.render(row)}</div>
          </div>
          <dl className="zd-card-facts">
            {columns.shown
              .filter((column) => column !== heading)
              .map((column) => (
                <div key={column.id}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
