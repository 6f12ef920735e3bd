import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useSystemInfo } from '@/features/session/public';

function useIsOnline(): boolean {
  return useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
}

export function Banners() {
  const { t } = useTranslation('shell');
  const isOnline = useIsOnline();
  const system = useSystemInfo();
  return (
    <div role="status">
      {system.data?.demo ? (
        <p className="zd-banner" data-tone="demo">
          {t('demo')}
        </p>
      ) : null}
      {isOnline ? null : (
        <p className="zd-banner" data-tone="offline">
          {t('offline')}
        </p>
      )}
    </div>
  );
}
