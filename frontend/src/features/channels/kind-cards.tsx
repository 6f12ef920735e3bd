import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRecordWord } from '@/shared/ui/record/act-words';
import { choiceOf, mailChoices, withChoice } from './choices';
import { GroupMenu, type KindsProps, Locked, WebhookSwitch } from './kind-parts';
import type { Channel } from './queries';

type CardProps = Omit<KindsProps, 'groups'> & { channel: Channel };

function Card({ channel, values, withWebhooks, onChange }: CardProps) {
  const { t } = useTranslation('channels');
  const choice = choiceOf(values, channel);
  return (
    <li className="zd-item">
      <p>{channel.name}</p>
      {channel.always ? (
        <Locked />
      ) : (
        <Radio.Group
          optionType="button"
          name={`mail-${channel.kind}`}
          aria-label={channel.name}
          value={choice.mail}
          options={mailChoices.map((mail) => ({ value: mail, label: t(`choice.${mail}`) }))}
          onChange={({ target }) => onChange(withChoice(values, channel, { ...choice, mail: target.value }))}
        />
      )}
      {withWebhooks ? (
        <p className="zd-row zd-switch-row">
          <WebhookSwitch channel={channel} values={values} onChange={onChange} />
          <span aria-hidden="true">{t('kinds.webhook')}</span>
        </p>
      ) : null}
    </li>
  );
}

/** The same on a phone. */
export function KindCards({ groups, ...rest }: KindsProps) {
  const word = useRecordWord();
  return groups.map((group) => (
    <section key={group.area} aria-labelledby={`kinds-${group.area}`}>
      <div className="zd-spread zd-kinds-area">
        <h3 id={`kinds-${group.area}`}>{word(group.area)}</h3>
        <GroupMenu group={group} {...rest} />
      </div>
      <ul className="zd-kinds-cards">
        {group.channels.map((channel) => (
          <Card key={channel.kind} channel={channel} {...rest} />
        ))}
      </ul>
    </section>
  ));
}
