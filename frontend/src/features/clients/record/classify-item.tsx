import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, idempotencyKey, ifMatch } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { ActionView } from '@/shared/ui/record/action-bar';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { valueAt } from '@/shared/ui/record-form/merge';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { useChoices } from '../choices';
import { type Client, useClientsChanged } from '../queries';
import { chosenSecrecy, type ItemLevel, type SecrecyDraft } from './item-secrecy';
import { useSecrecyFields, useSecrecyOptions } from './secrecy-fields';

type ClassifyItem = components['schemas']['ClassifyItem'];
export type ItemKind = 'attachments' | 'interactions' | 'comments';
export type Item = {
  id: string;
  version: number;
  secrecy?: ItemLevel | null;
  allowed_actions: components['schemas']['AllowedAction'][];
};
type FileOfItem = Pick<Client, 'id' | 'level'>;

/** In the place of a level: as secret as the file again. */
const asFile = 'AS_FILE';

function classify(kind: ItemKind, file: FileOfItem, item: Item, body: ClassifyItem, key: string) {
  const rest = { headers: idempotencyKey(key), body };
  const [id, header] = [file.id, ifMatch(item.version)];
  switch (kind) {
    case 'attachments':
      return answer<unknown>(
        api.POST('/api/v1/clients/{id}/attachments/{attachment_id}/actions/classify', {
          ...rest,
          params: { path: { id, attachment_id: item.id }, header },
        }),
      );
    case 'interactions':
      return answer<unknown>(
        api.POST('/api/v1/clients/{id}/interactions/{interaction_id}/actions/classify', {
          ...rest,
          params: { path: { id, interaction_id: item.id }, header },
        }),
      );
    case 'comments':
      return answer<unknown>(
        api.POST('/api/v1/clients/{id}/comments/{comment_id}/actions/classify', {
          ...rest,
          params: { path: { id, comment_id: item.id }, header },
        }),
      );
  }
}

type FormProps = { kind: ItemKind; file: FileOfItem; item: Item; done: () => void };

function ClassifyForm({ kind, file, item, done }: FormProps) {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  const { message } = App.useApp();
  const changed = useClientsChanged();
  const { levels, contents } = useSecrecyOptions(file.level);
  // What is stored while the form is open must not pull the ground from under it.
  const [first] = useState(item);
  const [initial] = useState<Values>(() => (first.secrecy ? { secrecy: first.secrecy } : {}));
  const [level, setLevel] = useState<unknown>(first.secrecy?.level);
  const offered = useMemo(
    () =>
      first.secrecy
        ? [{ value: asFile, label: t('item.asFileNow', { level: word('level', file.level) }) }, ...levels]
        : levels,
    [first, levels, file.level, t, word],
  );
  const isChosen = Boolean(level) && level !== asFile;
  const own = useSecrecyFields({ levels: offered, contents, isChosen, required: true });
  const fields = useMemo<Field[]>(
    () => [...own, { kind: 'long-text', name: 'reason', label: t('act.reason'), required: true, max: 500 }],
    [own, t],
  );
  return (
    <SmallForm
      label={t('item.classify')}
      hint={<p className="zd-muted">{t('item.hint')}</p>}
      fields={fields}
      initial={initial}
      onValues={(values) => setLevel(valueAt(values, 'secrecy.level'))}
      save={async ({ secrecy, reason }, key) => {
        const chosen = isChosen ? chosenSecrecy(secrecy as SecrecyDraft) : undefined;
        const body = { secrecy: chosen ?? null, reason: String(reason ?? '') };
        await classify(kind, file, first, body, key);
        message.success(t('act.done', { action: t('item.classify') }));
        await changed();
      }}
      onDone={done}
    />
  );
}

/** The act that sets an item's level, where the service allows it and there is a level to set (A-SEC-07). */
export function useClassifyItem(kind: ItemKind, file: FileOfItem): (item: Item) => ActionView[] {
  const { t } = useTranslation('client-record');
  const { levels } = useSecrecyOptions(file.level);
  return (item) => {
    const isAllowed = item.allowed_actions.some(({ action, enabled }) => action === 'classify' && enabled);
    if (!isAllowed || (levels.length === 0 && !item.secrecy)) return [];
    return [
      {
        action: 'classify',
        label: t('item.classify'),
        isOneOfMany: true,
        form: (done) => <ClassifyForm kind={kind} file={file} item={item} done={done} />,
      },
    ];
  };
}
