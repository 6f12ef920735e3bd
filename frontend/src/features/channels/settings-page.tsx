import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { CalendarFeedPanel } from './calendar-feed';
import { DeliveryPanel } from './delivery';
import { useSettings } from './queries';
import { SettingsForm } from './settings-form';
import './channels.css';

/** On which ways somebody is told beside the application: by mail, to their webhooks, in their calendar. */
export function NotificationSettingsPage() {
  const { t } = useTranslation('channels');
  const { message } = App.useApp();
  const can = useCan();
  const settings = useSettings();
  const [saves, setSaves] = useState(0);
  return (
    <div className="zd-page zd-page-narrow">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        <AppLink href="/notifications">{t('toNotifications')}</AppLink>
      </div>
      <p className="zd-muted">{t('hint')}</p>
      <QueryGate query={settings}>
        {(found) => (
          <>
            <DeliveryPanel settings={found} />
            <SettingsForm
              key={saves}
              settings={found}
              withWebhooks={can('webhook.manage')}
              isAgain={saves > 0}
              onSaved={() => {
                setSaves((count) => count + 1);
                message.success(t('saved'));
              }}
            />
          </>
        )}
      </QueryGate>
      {can('obligation.read') ? (
        <section className="zd-panel zd-inset zd-stack" aria-labelledby="calendar-feed">
          <h2 id="calendar-feed">{t('feed.title')}</h2>
          <CalendarFeedPanel />
        </section>
      ) : null}
    </div>
  );
}
