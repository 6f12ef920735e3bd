import { useTranslation } from 'react-i18next';
import { RecordLink } from '@/shared/ui/navigation/record-link';

/** In the place of what was taken out of an entry: that it was lawful, and the certificate that proves it (A-BOR-06). */
export function Severed({ by }: { by: string }) {
  const { t } = useTranslation('audit');
  return (
    <RecordLink type="client-destruction" id={by}>
      {t('entry.severed')}
    </RecordLink>
  );
}
