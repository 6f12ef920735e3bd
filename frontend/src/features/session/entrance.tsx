import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLocale } from '@/shared/i18n/i18n';
import { locales } from '@/shared/i18n/locale';
import './entrance.css';

/** The frame of the pages outside the application: sign-in, setup, a password that must be changed, a code. */
export function Entrance({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { t, i18n } = useTranslation('session');
  const brand = t('brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  return (
    <main className="zd-entrance">
      <div className="zd-entrance-box">
        <p className="zd-entrance-brand">
          <img src="/favicon.svg" alt="" width={28} height={28} /> {t('brand')}
        </p>
        <h1>{title}</h1>
        {lead ? <div className="zd-muted">{lead}</div> : null}
        {children}
      </div>
      <nav className="zd-entrance-locales" aria-label={t('language')}>
        {locales.map((locale) => (
          <button
            key={locale}
            type="button"
            lang={locale}
            className="zd-icon-button"
            aria-pressed={i18n.language === locale}
            onClick={() => changeLocale(locale)}
          >
            {t(`locales.${locale}`)}
          </button>
        ))}
      </nav>
    </main>
  );
}
