import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { download, queryText } from '@/shared/api/download';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';

type Props = { asked: { from: string; to: string; department_id?: string | undefined } };

/** The signed pack of evidence of the days, for an auditor to take away. */
export function EvidenceButton({ asked }: Props) {
  const { t } = useTranslation('compliance');
  const can = useCan();
  const taking = useMutation({
    mutationFn: () =>
      download(`/api/v1/compliance/evidence?${queryText(asked)}`, `evidence-${asked.from}-${asked.to}.zip`),
  });
  if (!can('compliance.export')) return null;
  return (
    <>
      <Button
        icon={<SafetyCertificateOutlined aria-hidden />}
        loading={taking.isPending}
        title={t('evidenceHint')}
        onClick={() => taking.mutate()}
      >
        {t('evidence')}
      </Button>
      <Modal
        open={taking.isError}
        title={t('evidence')}
        footer={null}
        onCancel={() => taking.reset()}
        destroyOnHidden
      >
        <ProblemAlert error={taking.error} />
      </Modal>
    </>
  );
}
