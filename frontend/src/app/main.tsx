import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '@/shared/i18n/i18n';
import { currentLocale } from '@/shared/i18n/locale';
import { loadAntdLocale } from '@/shared/ui/theme/antd-locale';
import '@/shared/ui/theme/tokens.css';
import '@/shared/ui/theme/base.css';
import { startStyleNonce } from '@/shared/ui/theme/style-nonce';
import { startTheme } from '@/shared/ui/theme/theme-mode';
import { UiProvider } from '@/shared/ui/theme/ui-provider';
import { queryClient } from './query-client';
import { router } from './router';

startStyleNonce();
startTheme();
await Promise.all([startI18n(), loadAntdLocale(currentLocale())]);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <UiProvider>
          <RouterProvider router={router} />
        </UiProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
