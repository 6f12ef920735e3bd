import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, TimeText } from '@/shared/ui/values/values';
import '../organisation.css';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { MembersPanel } from '../parts/members-panel';
import { closeSite, type Site, useSite, useSitesChanged } from './queries';

function SiteBody({ site }: { site: Site }) {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const changed = useSitesChanged();
  return (
    <>
      <RecordHeader
        list="sites"
        id={site.id}
        listHref="/sites"
        goTo={(id) => router.history.push(`/sites/${id}`)}
        number={site.code}
        title={site.name}
        tags={site.closed ? <Tag tone="warning">{t('site.closed')}</Tag> : null}
        actions={
          <ActionBar
            allowed={site.allowed_actions}
            actions={[
              { action: 'update', label: t('action.edit'), href: `/sites/${site.id}/edit` },
              {
                action: 'close',
                label: t('site.close'),
                danger: true,
                form: (done) => (
                  <ReasonForm
                    label={t('site.close')}
                    hint={t('site.closeHint')}
                    save={async (reason, key) => {
                      await closeSite(site, reason, key);
                      await changed();
                    }}
                    done={done}
                  />
                ),
              },
            ]}
          />
        }
      />
      <section className="zd-panel zd-inset">
        <Facts
          items={[
            { label: t('site.address'), value: <PlainText value={site.address} />, wide: true },
            { label: t('site.telephone'), value: <PlainText value={site.telephone} /> },
            { label: t('person.created'), value: <TimeText value={site.created_at} /> },
            { label: t('person.updated'), value: <TimeText value={site.updated_at} /> },
          ]}
        />
      </section>
      <MembersPanel filter="site_id" id={site.id} />
    </>
  );
}

export function SitePage() {
  const { id } = useParams({ from: '/_app/sites/$id/' });
  const site = useSite(id);
  return (
    <div className="zd-page">
      <QueryGate query={site}>{(found) => <SiteBody key={found.id} site={found} />}</QueryGate>
    </div>
  );
}
