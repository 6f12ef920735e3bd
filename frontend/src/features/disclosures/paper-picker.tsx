import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { usePapers } from './queries';

type Props = {
  id?: string;
  'aria-label'?: string;
  clientId: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
};

/** Chooses among the papers in place in a client's archive: no other one is that client's consent. */
export function PaperPicker({ clientId, value, onChange, ...rest }: Props) {
  const { t } = useTranslation('disclosures');
  const papers = usePapers(clientId);
  const options = (papers.data?.items ?? []).map(({ id, file_name }) => ({ value: id, label: file_name }));
  return (
    <>
      <Select
        {...rest}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        options={options}
        loading={papers.isFetching}
        placeholder={t('consent.choosePaper')}
        notFoundContent={papers.isError ? t('consent.paperFailed') : t('consent.noPaper')}
        style={{ width: '100%' }}
        value={value ?? undefined}
        onChange={(next: string | undefined) => onChange?.(next ?? null)}
      />
      <AppLink href={`/clients/${clientId}?tab=attachments`} className="zd-disclosure-papers">
        {t('consent.openPapers')}
      </AppLink>
    </>
  );
}
