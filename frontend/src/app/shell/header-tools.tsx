import { BellOutlined, BulbOutlined, GlobalOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Badge } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnreadCount } from '@/features/notifications/public';
import { signOut, useMe, usePreferences } from '@/features/session/public';
import { asProblem } from '@/shared/api/problem';
import { isLocale, locales } from '@/shared/i18n/locale';
import { MenuDropdown } from '@/shared/ui/navigation/menu-dropdown';
import { themeModes, useThemeMode } from '@/shared/ui/theme/theme-mode';

const Palette = lazy(() => import('./palette'));

function SearchButton() {
  const { t } = useTranslation('shell');
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener('keydown', open);
    return () => document.removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <button
        type="button"
        className="zd-search-button"
        aria-label={t('search.open')}
        onClick={() => setOpen(true)}
      >
        <SearchOutlined aria-hidden />
        <span>{t('search.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Suspense>{isOpen ? <Palette onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}

function Bell() {
  const { t } = useTranslation('shell');
  const unread = useUnreadCount();
  return (
    <Link
      to="/notifications"
      search={{ unread: true }}
      className="zd-icon-button"
      aria-label={t('notifications', { count: unread ?? 0 })}
    >
      <Badge count={unread ?? 0} size="small" overflowCount={99}>
        <BellOutlined style={{ fontSize: 15 }} aria-hidden />
      </Badge>
    </Link>
  );
}

function LocaleMenu() {
  const { t, i18n } = useTranslation('shell');
  const { setLocale } = usePreferences();
  const items = locales.map((key) => ({ key, label: <span lang={key}>{t(`locales.${key}`)}</span> }));
  return (
    <MenuDropdown
      menu={{
        items,
        selectable: true,
        selectedKeys: [i18n.language],
        onClick: ({ key }) => {
          if (isLocale(key)) setLocale(key);
        },
      }}
    >
      <button type="button" className="zd-icon-button" aria-label={t('language')}>
        <GlobalOutlined aria-hidden />
      </button>
    </MenuDropdown>
  );
}

function ThemeMenu() {
  const { t } = useTranslation('shell');
  const mode = useThemeMode();
  const { setTheme } = usePreferences();
  const items = themeModes.map((key) => ({ key, label: t(`themes.${key}`), onClick: () => setTheme(key) }));
  return (
    <MenuDropdown menu={{ items, selectable: true, selectedKeys: [mode] }}>
      <button type="button" className="zd-icon-button" aria-label={t('theme')}>
        <BulbOutlined aria-hidden />
      </button>
    </MenuDropdown>
  );
}

function UserMenu() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const leave = () =>
    signOut().then(
      () => navigate({ to: '/sign-in' }),
      (error) => message.error(t('signOutFailed', { reason: asProblem(error).message })),
    );
  const items = [
    { key: 'profile', label: t('nav.profile'), onClick: () => navigate({ to: '/me/profile' }) },
    {
      key: 'notifications',
      label: t('nav.notificationSettings'),
      onClick: () => navigate({ to: '/me/notifications' }),
    },
    { key: 'sessions', label: t('nav.sessions'), onClick: () => navigate({ to: '/me/sessions' }) },
    { key: 'secrecy', label: t('nav.mySecrecy'), onClick: () => navigate({ to: '/me/secrecy' }) },
    { type: 'divider' as const },
    { key: 'sign-out', label: t('signOut'), onClick: leave },
  ];
  return (
    <MenuDropdown menu={{ items }}>
      <button
        type="button"
        className="zd-icon-button zd-user"
        aria-label={t('user', { name: me.data?.name ?? '' })}
      >
        <UserOutlined aria-hidden />
        <span className="zd-ellipsis">{me.data?.name}</span>
      </button>
    </MenuDropdown>
  );
}

export function HeaderTools() {
  return (
    <div className="zd-header-tools">
      <SearchButton />
      <Bell />
      <LocaleMenu />
      <ThemeMenu />
      <UserMenu />
    </div>
  );
}
