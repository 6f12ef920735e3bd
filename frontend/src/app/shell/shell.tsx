import { CloseOutlined, MenuOutlined } from '@ant-design/icons';
import { Link, Outlet } from '@tanstack/react-router';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecrecyGate } from '@/features/secrecy/public';
import { Banners } from './banners';
import { HeaderTools } from './header-tools';
import './shell.css';
import { Sider } from './sider';
import { useLive } from './use-live';
import { usePageFocus } from './use-page-focus';

export function Shell() {
  const { t } = useTranslation('shell');
  const [isNavOpen, setNavOpen] = useState(false);
  useLive();
  const main = usePageFocus();
  const closeNav = () => setNavOpen(false);
  return (
    <App component={false} message={{ maxCount: 3 }}>
      <div className="zd-shell" data-nav={isNavOpen ? 'open' : 'closed'}>
        <a className="zd-skip" href="#main">
          {t('skip')}
        </a>
        <header className="zd-shell-header">
          <div className="zd-row" style={{ flexWrap: 'nowrap' }}>
            <button
              type="button"
              className="zd-icon-button zd-nav-toggle"
              aria-label={t('navigation')}
              aria-expanded={isNavOpen}
              onClick={() => setNavOpen(!isNavOpen)}
            >
              {isNavOpen ? <CloseOutlined aria-hidden /> : <MenuOutlined aria-hidden />}
            </button>
            <Link to="/" className="zd-brand">
              <img src="/favicon.svg" alt="" width={22} height={22} />
              {t('brand')}
            </Link>
          </div>
          <HeaderTools />
        </header>
        <div className="zd-shell-sider">
          <Sider onFollow={closeNav} />
        </div>
        <div className="zd-shell-body">
          <Banners />
          <main id="main" ref={main} tabIndex={-1}>
            <SecrecyGate>
              <Outlet />
            </SecrecyGate>
          </main>
        </div>
      </div>
    </App>
  );
}
