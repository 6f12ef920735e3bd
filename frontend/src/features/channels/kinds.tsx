import { useTranslation } from 'react-i18next';
import { useNarrow } from '@/shared/ui/data-table/use-narrow';
import { groupsOf, type Values } from './choices';
import { KindCards } from './kind-cards';
import { KindTable } from './kind-table';
import type { Channel } from './queries';

type Props = {
  channels: readonly Channel[];
  values: Values;
  withWebhooks: boolean;
  onChange: (values: Values) => void;
};

/** Every kind of notice with its ways: a table at a desk, cards on a phone. */
export function KindPanel({ channels, ...rest }: Props) {
  const { t } = useTranslation('channels');
  const isNarrow = useNarrow();
  const groups = groupsOf(channels);
  const Shown = isNarrow ? KindCards : KindTable;
  return (
    <section className="zd-panel zd-kinds" aria-labelledby="kinds">
      <div className="zd-kinds-head">
        <h2 id="kinds">{t('kinds.title')}</h2>
        <p className="zd-muted">{t('kinds.hint')}</p>
        <p className="zd-muted">{t('kinds.alwaysHint')}</p>
        {rest.withWebhooks ? <p className="zd-muted">{t('kinds.webhookHint')}</p> : null}
      </div>
      <Shown groups={groups} {...rest} />
    </section>
  );
}
