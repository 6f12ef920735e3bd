import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { reaches, type Whose } from './search';

export function WhoseSwitch({ value, onChange }: { value: Whose; onChange: (whose: Whose) => void }) {
  const { t } = useTranslation('obligations');
  return (
    <Radio.Group
      aria-label={t('whose')}
      optionType="button"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      options={reaches.map((one) => ({ value: one, label: t(`reach.${one}`) }))}
    />
  );
}
