import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  PushpinFilled,
  PushpinOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, ColumnSetting, ColumnState } from './columns';

type Props<Row> = { columns: ColumnState<Row>; titles: readonly Column<Row>[] };

function swapped(settings: readonly ColumnSetting[], from: number, to: number): ColumnSetting[] {
  const next = [...settings];
  const [moving] = next.splice(from, 1);
  if (moving) next.splice(to, 0, moving);
  return next;
}

function ChooserRow<Row>({
  index,
  title,
  columns,
}: {
  index: number;
  title: string;
  columns: ColumnState<Row>;
}) {
  const { t } = useTranslation();
  const { settings, change } = columns;
  const setting = settings[index];
  if (!setting) return null;
  const set = (patch: Partial<ColumnSetting>) =>
    change(settings.map((one, place) => (place === index ? { ...one, ...patch } : one)));
  const isLastShown = setting.shown && settings.filter(({ shown }) => shown).length === 1;
  return (
    <li className="zd-chooser-row">
      <Checkbox
        checked={setting.shown}
        disabled={isLastShown}
        onChange={({ target }) => set({ shown: target.checked })}
      >
        {title}
      </Checkbox>
      <span className="zd-chooser-moves">
        <button
          type="button"
          className="zd-icon-button"
          aria-pressed={setting.pinned}
          aria-label={t('columns.pin', { column: title })}
          onClick={() => set({ pinned: !setting.pinned })}
        >
          {setting.pinned ? <PushpinFilled aria-hidden /> : <PushpinOutlined aria-hidden />}
        </button>
        <button
          type="button"
          className="zd-icon-button"
          aria-label={t('columns.up', { column: title })}
          disabled={index === 0}
          onClick={() => change(swapped(settings, index, index - 1))}
        >
          <ArrowUpOutlined aria-hidden />
        </button>
        <button
          type="button"
          className="zd-icon-button"
          aria-label={t('columns.down', { column: title })}
          disabled={index === settings.length - 1}
          onClick={() => change(swapped(settings, index, index + 1))}
        >
          <ArrowDownOutlined aria-hidden />
        </button>
      </span>
    </li>
  );
}

export function ColumnChooser<Row>({ columns, titles }: Props<Row>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
  const content = (
    <div className="zd-chooser">
      <ul>
        {columns.settings.map(({ id }, index) => (
          <ChooserRow key={id} index={index} title={titleOf.get(id) ?? id} columns={columns} />
        ))}
      </ul>
      <Button size="small" type="link" onClick={columns.reset}>
        {t('columns.reset')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={content}>
      <Button icon={<SettingOutlined aria-hidden />} aria-label={t('columns.title')} aria-expanded={isOpen} />
    </Popover>
  );
}
