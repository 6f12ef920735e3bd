import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

type Props = { isDirty: () => boolean; title?: string; hint?: string };

/** Asks before a page with unsaved changes is left, by link, back button or closing the tab. */
export function LeaveGuard({ isDirty, title, hint }: Props) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty() && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <Modal
      open={blocker.status === 'blocked'}
      title={title ?? t('form.leaveTitle')}
      okText={t('form.leave')}
      cancelText={t('form.stay')}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {hint ?? t('form.leaveHint')}
    </Modal>
  );
}
