import { ExportOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { download, queryText } from '@/shared/api/download';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { MenuDropdown } from '@/shared/ui/navigation/menu-dropdown';
import { serviceQuery } from '../search';
import { exportColumns } from './export-columns';

/** The files of the list with its filters and its columns, as a spreadsheet. */
export function ExportButton({ filters }: { filters: Record<string, unknown> }) {
  const { t } = useTranslation('clients');
  const can = useCan();
  const exporting = useMutation({
    mutationFn: (format: string) => {
      const { sort: _, ...own } = serviceQuery(filters);
      const query = queryText({ ...own, format, columns: exportColumns() });
      return download(`/api/v1/clients/export?${query}`, `clients.${format}`);
    },
  });
  if (!can('client.export')) return null;
  return (
    <>
      <MenuDropdown
        menu={{
          items: ['xlsx', 'csv'].map((key) => ({ key, label: key.toUpperCase() })),
          onClick: ({ key }) => exporting.mutate(key),
        }}
      >
        <Button icon={<ExportOutlined aria-hidden />} loading={exporting.isPending}>
          {t('list.export')}
        </Button>
      </MenuDropdown>
      <Modal
        open={exporting.isError}
        title={t('list.export')}
        footer={null}
        onCancel={() => exporting.reset()}
        destroyOnHidden
      >
        <ProblemAlert error={exporting.error} />
      </Modal>
    </>
  );
}
