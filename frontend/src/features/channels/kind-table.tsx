import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRecordWord } from '@/shared/ui/record/act-words';
import '@/shared/ui/values/plain-table.css';
import { choiceOf, mailChoices, withChoice } from './choices';
import { GroupMenu, type KindsProps, Locked, WebhookSwitch } from './kind-parts';
import type { Channel } from './queries';

type RowProps = Omit<KindsProps, 'groups'> & { channel: Channel };

function Row({ channel, values, withWebhooks, onChange }: RowProps) {
  const { t } = useTranslation('channels');
  const choice = choiceOf(values, channel);
  return (
    <tr>
      <th scope="row">{channel.name}</th>
      {channel.always ? (
        <td colSpan={mailChoices.length}>
          <Locked />
        </td>
      ) : (
        mailChoices.map((mail) => (
          <td key={mail} className="zd-kinds-pick">
            <Radio
              name={`mail-${channel.kind}`}
              checked={choice.mail === mail}
              onChange={() => onChange(withChoice(values, channel, { ...choice, mail }))}
            >
              <span className="zd-visually-hidden">
                {channel.name} {t(`choice.${mail}`)}
              </span>
            </Radio>
          </td>
        ))
      )}
      {withWebhooks ? (
        <td className="zd-kinds-pick">
          <WebhookSwitch channel={channel} values={values} onChange={onChange} />
        </td>
      ) : null}
    </tr>
  );
}

/** A line for each kind, a column for each way of mailing it: what is chosen is seen at a glance. */
export function KindTable({ groups, ...rest }: KindsProps) {
  const { t } = useTranslation('channels');
  const word = useRecordWord();
  const columns = 1 + mailChoices.length + (rest.withWebhooks ? 1 : 0);
  return (
    <div className="zd-plain-frame">
      <table className="zd-plain-table" aria-labelledby="kinds">
        <thead>
          <tr>
            <th scope="col">{t('kinds.kind')}</th>
            {mailChoices.map((mail) => (
              <th key={mail} scope="col" className="zd-kinds-pick">
                {t(`choice.${mail}`)}
              </th>
            ))}
            {rest.withWebhooks ? (
              <th scope="col" className="zd-kinds-pick">
                {t('kinds.webhook')}
              </th>
            ) : null}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.area}>
            <tr className="zd-kinds-group">
              <th scope="rowgroup" colSpan={columns}>
                <div className="zd-spread">
                  {word(group.area)}
                  <GroupMenu group={group} {...rest} />
                </div>
              </th>
            </tr>
            {group.channels.map((channel) => (
              <Row key={channel.kind} channel={channel} {...rest} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
