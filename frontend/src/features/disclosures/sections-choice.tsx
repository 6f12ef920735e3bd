import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DisclosureRow } from './queries';
import { sectionNames } from './words';

type Sections = DisclosureRow['sections'];
type Props = { id?: string; value?: Sections | null; onChange?: (sections: Sections) => void };

/** What is provided: a group of boxes, which as a group cannot be marked as required. */
export function SectionsChoice({ id, value, onChange }: Props) {
  const { t } = useTranslation('disclosures');
  return (
    <div id={id}>
      <Checkbox.Group
        aria-label={t('sections')}
        value={value ?? []}
        onChange={(chosen) => onChange?.(chosen as Sections)}
        options={sectionNames.map((one) => ({ value: one, label: t(`sectionNames.${one}`) }))}
      />
    </div>
  );
}
