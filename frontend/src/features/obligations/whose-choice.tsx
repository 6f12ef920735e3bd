import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Whose, whoseChoices } from './search';

type Props = { value: Whose; onChange: (whose: Whose) => void };

/** One's own, those of the people below, or all that one may see. */
export function WhoseChoice({ value, onChange }: Props) {
  const { t } = useTranslation('obligations');
  return (
    <Radio.Group
      aria-label={t('whose.title')}
      optionType="button"
      value={value}
      onChange={({ target }) => onChange(target.value as Whose)}
      options={whoseChoices.map((one) => ({ value: one, label: t(`whose.${one}`) }))}
    />
  );
}
