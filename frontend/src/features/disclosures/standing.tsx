import { useTranslation } from 'react-i18next';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText } from '@/shared/ui/values/values';
import type { DisclosureRow } from './queries';
import { tones } from './words';

export function StateTag({ state }: Pick<DisclosureRow, 'state'>) {
  const { t } = useTranslation('disclosures');
  return <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>;
}

/** Who receives it; the client goes without a name, which the file alone says. */
export function RecipientText({ recipient, recipient_kind }: DisclosureRow) {
  const { t } = useTranslation('disclosures');
  return recipient_kind === 'CLIENT' ? <>{t('kinds.CLIENT')}</> : <PlainText value={recipient} />;
}

/** What is provided, in words. */
export function SectionsText({ sections }: Pick<DisclosureRow, 'sections'>) {
  const { t } = useTranslation(['disclosures', 'common']);
  return <>{sections.map((one) => t(`sectionNames.${one}`)).join(t('common:value.separator'))}</>;
}
