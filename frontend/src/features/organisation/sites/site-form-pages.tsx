import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { ChangeForm } from '../parts/change-form';
import { changeSite, createSite, readSite, type Site, useSite, useSitesChanged } from './queries';
import { siteValues, useSiteSections } from './site-fields';

const initial: Values = {};

export function SiteCreatePage() {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const changed = useSitesChanged();
  const sections = useSiteSections();
  const open = useCallback(
    ({ id }: { id: string }) => {
      navigate({ to: '/sites/$id', params: { id }, replace: true });
    },
    [navigate],
  );
  return (
    <div className="zd-page">
      <h1>{t('site.create')}</h1>
      <RecordForm
        label={t('site.create')}
        sections={sections}
        initial={initial}
        target={{
          mode: 'CREATE',
          save: async (body: Parameters<typeof createSite>[0], key) => {
            const made = await createSite(body, key);
            await changed();
            return made;
          },
        }}
        submitLabel={t('site.create')}
        onSaved={open}
        onCancel={() => navigate({ to: '/sites' })}
      />
    </div>
  );
}

function EditForm({ site }: { site: Site }) {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const changed = useSitesChanged();
  const sections = useSiteSections();
  const { id } = site;
  const back = useCallback(
    () => navigate({ to: '/sites/$id', params: { id }, replace: true }),
    [navigate, id],
  );
  return (
    <ChangeForm
      label={t('form.edit', { name: site.name })}
      sections={sections}
      row={site}
      valuesOf={siteValues}
      read={() => readSite(id)}
      save={async (patch: Parameters<typeof changeSite>[1], version) => {
        await changeSite(id, patch, version);
        await changed();
      }}
      onDone={back}
    />
  );
}

export function SiteEditPage() {
  const { t } = useTranslation('organisation');
  const { id } = useParams({ from: '/_app/sites/$id/edit' });
  const site = useSite(id);
  return (
    <div className="zd-page">
      <h1>{site.data ? t('form.edit', { name: site.data.name }) : t('action.edit')}</h1>
      <QueryGate query={site}>{(found) => <EditForm key={found.id} site={found} />}</QueryGate>
    </div>
  );
}
