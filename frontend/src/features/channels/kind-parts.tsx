import { DownOutlined, LockOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { MenuDropdown } from '@/shared/ui/navigation/menu-dropdown';
import { useRecordWord } from '@/shared/ui/record/act-words';
import {
  choiceOf,
  type Group,
  mailChoices,
  type Values,
  withChoice,
  withMail,
  withWebhooks,
} from './choices';
import type { Channel } from './queries';

export type KindsProps = {
  groups: readonly Group[];
  values: Values;
  withWebhooks: boolean;
  onChange: (values: Values) => void;
};

/** What is always mailed at once: nobody chooses otherwise. */
export function Locked() {
  const { t } = useTranslation('channels');
  return (
    <span className="zd-muted">
      <LockOutlined aria-hidden /> {t('kinds.always')}
    </span>
  );
}

type SwitchProps = Pick<KindsProps, 'values' | 'onChange'> & { channel: Channel };

export function WebhookSwitch({ channel, values, onChange }: SwitchProps) {
  const { t } = useTranslation('channels');
  const choice = choiceOf(values, channel);
  return (
    <Switch
      size="small"
      checked={choice.webhook}
      aria-label={t('kinds.toWebhooks', { name: channel.name })}
      onChange={(webhook) => onChange(withChoice(values, channel, { ...choice, webhook }))}
    />
  );
}

type GroupProps = Omit<KindsProps, 'groups'> & { group: Group };

/** One press for all kinds of a group. */
export function GroupMenu({ group, values, withWebhooks: hasWebhooks, onChange }: GroupProps) {
  const { t } = useTranslation('channels');
  const word = useRecordWord();
  const { channels } = group;
  const isFixed = channels.every(({ always }) => always);
  const mail = mailChoices.map((choice) => ({
    key: choice,
    label: t(`choice.${choice}`),
    onClick: () => onChange(withMail(values, channels, choice)),
  }));
  const hooks = ([true, false] as const).map((isOn) => ({
    key: `webhook-${isOn}`,
    label: t(isOn ? 'kinds.webhooksOn' : 'kinds.webhooksOff'),
    onClick: () => onChange(withWebhooks(values, channels, isOn)),
  }));
  const items = [...(isFixed ? [] : mail), ...(hasWebhooks ? hooks : [])];
  if (items.length === 0) return null;
  return (
    <MenuDropdown menu={{ items }}>
      <Button size="small" type="text" aria-label={t('kinds.setGroup', { area: word(group.area) })}>
        {t('kinds.setAll')} <DownOutlined aria-hidden />
      </Button>
    </MenuDropdown>
  );
}
