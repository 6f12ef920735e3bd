import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { MenuDropdown } from '@/shared/ui/navigation/menu-dropdown';
import type { Job } from './queries';

/** The outcome of every row as a spreadsheet, made by the service. */
export function DownloadRows({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const fetching = useMutation({
    mutationFn: (format: string) =>
      download(`/api/v1/jobs/${job.id}/rows/export?format=${format}`, `job-rows.${format}`),
  });
  return (
    <>
      <MenuDropdown
        menu={{
          items: ['xlsx', 'csv'].map((key) => ({ key, label: key.toUpperCase() })),
          onClick: ({ key }) => fetching.mutate(key),
        }}
      >
        <Button icon={<DownloadOutlined aria-hidden />} loading={fetching.isPending}>
          {t('download')}
        </Button>
      </MenuDropdown>
      {fetching.isError ? <ProblemAlert error={fetching.error} compact /> : null}
    </>
  );
}
