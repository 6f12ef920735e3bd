import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldText } from './field-text';
import type { Conflict } from './merge';

type Props = {
  conflicts: readonly Conflict[];
  onDecide: (takeTheirs: ReadonlySet<string>) => void;
  onCancel: () => void;
};

/** Somebody saved first: mine and theirs side by side, field by field, and nothing is overwritten unseen. */
export function StaleDialog({ conflicts, onDecide, onCancel }: Props) {
  const { t } = useTranslation();
  const [takeTheirs, setTakeTheirs] = useState<ReadonlySet<string>>(
    () => new Set(conflicts.map(({ field }) => field.name)),
  );
  const decide = (name: string, theirs: boolean) =>
    setTakeTheirs((before) => {
      const next = new Set(before);
      if (theirs) next.add(name);
      else next.delete(name);
      return next;
    });
  return (
    <Modal
      open
      width={760}
      title={t('form.staleTitle')}
      okText={t('form.staleSave')}
      cancelText={t('action.cancel')}
      onOk={() => onDecide(takeTheirs)}
      onCancel={onCancel}
    >
      <p>{t('form.staleHint')}</p>
      <div className="zd-stale-frame">
        <table className="zd-stale">
          <thead>
            <tr>
              <th scope="col">{t('form.field')}</th>
              <th scope="col">{t('form.theirs')}</th>
              <th scope="col">{t('form.mine')}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map(({ field, mine, theirs }) => (
              <tr key={field.name}>
                <th scope="row">{field.label}</th>
                {([true, false] as const).map((isTheirs) => (
                  <td key={String(isTheirs)}>
                    <Radio
                      name={`stale-${field.name}`}
                      checked={takeTheirs.has(field.name) === isTheirs}
                      onChange={() => decide(field.name, isTheirs)}
                    >
                      <span className="zd-visually-hidden">
                        {field.label} {isTheirs ? t('form.theirs') : t('form.mine')}
                      </span>
                      <FieldText field={field} value={isTheirs ? theirs : mine} />
                    </Radio>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
