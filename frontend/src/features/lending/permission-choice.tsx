import { Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAreaWord } from '@/shared/ui/feedback/permission-words';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import './lending.css';
import {
  codesAt,
  type Level,
  levelOf,
  levelsOf,
  type OfferGroup,
  type Receiver,
  useOffers,
} from './permissions';

type Props = {
  to: Receiver;
  label: string;
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
};

type AreaProps = { group: OfferGroup; chosen: readonly string[]; onChange: (chosen: string[]) => void };

function Area({ group, chosen, onChange }: AreaProps) {
  const { t } = useTranslation('lending');
  const codes = group.offers.map(({ code }) => code);
  const name = useAreaWord()(group.area);
  const levels = levelsOf(group);
  const replace = (taken: readonly string[]) =>
    onChange([...chosen.filter((code) => !codes.includes(code)), ...taken]);
  return (
    <fieldset className="zd-scope">
      <legend>{name}</legend>
      {levels.length > 0 ? (
        <Radio.Group
          aria-label={t('permission.level', { area: name })}
          optionType="button"
          size="small"
          value={levelOf(chosen, group)}
          onChange={({ target }) => replace(codesAt(target.value as Level, group))}
          options={levels.map((level) => ({ value: level, label: t(`permission.levels.${level}`) }))}
        />
      ) : null}
      <Checkbox.Group
        className="zd-scope-codes"
        value={codes.filter((code) => chosen.includes(code))}
        onChange={(taken) => replace(taken)}
      >
        {group.offers.map(({ code, description, hindrance }) => (
          <Checkbox key={code} value={code} disabled={hindrance !== null}>
            {description} <span className="zd-muted zd-mono">{code}</span>
            {hindrance ? (
              <span className="zd-scope-why">{t(`permission.hindrance.${hindrance}`)}</span>
            ) : null}
          </Checkbox>
        ))}
      </Checkbox.Group>
    </fieldset>
  );
}

/** What a person passes on of what they hold: area by area, all of it, to read only, or one by one. */
export function PermissionChoice({ to, label, id, value = [], onChange }: Props) {
  const { t } = useTranslation('lending');
  const { groups, isLoading, error } = useOffers(to);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset of fieldsets, inside a form item that labels it
    <div id={id} tabIndex={-1} role="group" aria-label={label} className="zd-scopes" aria-busy={isLoading}>
      {error ? <ProblemAlert error={error} compact /> : null}
      {groups.length === 0 && !isLoading && !error ? (
        <p className="zd-muted">{t('permission.nothing')}</p>
      ) : null}
      {groups.map((group) => (
        <Area key={group.area} group={group} chosen={value} onChange={(chosen) => onChange?.(chosen)} />
      ))}
    </div>
  );
}
