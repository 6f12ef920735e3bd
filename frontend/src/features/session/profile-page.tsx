import { useQueryClient } from '@tanstack/react-query';
import { App, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import { isLocale, locales } from '@/shared/i18n/locale';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import type { Section } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { themeModes, useThemeMode } from '@/shared/ui/theme/theme-mode';
import { Facts } from '@/shared/ui/values/facts';
import { RefText } from '@/shared/ui/values/values';
import { PasswordForm } from './password-form';
import { usePreferences } from './preferences';
import { type Me, useChangeMe, useMe } from './queries';

function Preferences() {
  const { t, i18n } = useTranslation('session');
  const theme = useThemeMode();
  const { setLocale, setTheme } = usePreferences();
  return (
    <section className="zd-panel zd-form-section" aria-labelledby="preferences">
      <h2 id="preferences">{t('profile.preferences')}</h2>
      <fieldset className="zd-choice">
        <legend>{t('language')}</legend>
        <Radio.Group
          value={i18n.language}
          onChange={({ target }) => isLocale(target.value) && setLocale(target.value)}
          options={locales.map((value) => ({ value, label: t(`locales.${value}`) }))}
        />
      </fieldset>
      <fieldset className="zd-choice">
        <legend>{t('theme')}</legend>
        <Radio.Group
          value={theme}
          onChange={({ target }) => setTheme(target.value)}
          options={themeModes.map((value) => ({ value, label: t(`themes.${value}`) }))}
        />
      </fieldset>
    </section>
  );
}

function useContactSections(): Section[] {
  const { t } = useTranslation('session');
  return useMemo(
    () => [
      {
        id: 'contact',
        title: t('profile.contact'),
        fields: [
          {
            kind: 'text',
            name: 'email',
            label: t('profile.email'),
            type: 'email',
            max: 200,
            autoComplete: 'email',
          },
          {
            kind: 'text',
            name: 'phone',
            label: t('profile.phone'),
            type: 'tel',
            max: 40,
            autoComplete: 'tel',
          },
        ],
      },
    ],
    [t],
  );
}

/** What people change about themselves; their name is for those who keep the people's files. */
const contactOf = ({ email, phone }: Me) => ({ email, phone });

function Contact({ me }: { me: Me }) {
  const { t } = useTranslation('session');
  const { message } = App.useApp();
  const cache = useQueryClient();
  const change = useChangeMe();
  const [saves, setSaves] = useState(0);
  const sections = useContactSections();
  return (
    <RecordForm
      key={saves}
      label={t('profile.contact')}
      sections={sections}
      initial={contactOf(me)}
      target={{
        mode: 'CHANGE',
        version: me.version,
        save: (patch, version) => change.mutateAsync({ patch, version }),
        latest: async () => {
          const latest = await answer(api.GET('/api/v1/me'));
          cache.setQueryData(['me'], latest);
          return { values: contactOf(latest), version: latest.version };
        },
      }}
      onSaved={() => {
        setSaves((count) => count + 1);
        message.success(t('profile.saved'));
      }}
    />
  );
}

export function ProfilePage() {
  const { t } = useTranslation('session');
  const { message } = App.useApp();
  const me = useMe();
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('profile.title')}</h1>
      <QueryGate query={me}>
        {(person) => (
          <div className="zd-stack">
            <section className="zd-panel" style={{ padding: 16 }} aria-label={t('profile.standing')}>
              <Facts
                items={[
                  { label: t('profile.name'), value: person.name },
                  { label: t('signIn.login'), value: person.login },
                  { label: t('profile.department'), value: <RefText value={person.department} /> },
                  { label: t('profile.site'), value: <RefText value={person.site} /> },
                  {
                    label: t('profile.roles'),
                    value: person.roles.map(({ name }) => name).join(t('profile.separator')),
                  },
                ]}
              />
            </section>
            <Contact me={person} />
            <Preferences />
            <section className="zd-panel zd-inset zd-spread" aria-labelledby="told">
              <div>
                <h2 id="told">{t('profile.told')}</h2>
                <p className="zd-muted">{t('profile.toldHint')}</p>
              </div>
              <AppLink href="/me/notifications">{t('profile.toTold')}</AppLink>
            </section>
            <section className="zd-panel zd-form-section" aria-labelledby="password">
              <h2 id="password">{t('password.title')}</h2>
              <div style={{ maxWidth: 360, paddingBottom: 16 }}>
                <PasswordForm onChanged={() => message.success(t('password.changed'))} />
              </div>
            </section>
          </div>
        )}
      </QueryGate>
    </div>
  );
}
