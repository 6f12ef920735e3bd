import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NavIcon } from './nav-icons';
import { navGroups, usePages } from './navigation';

export function Sider({ onFollow }: { onFollow: () => void }) {
  const { t } = useTranslation('shell');
  const groups = navGroups(usePages());
  return (
    <nav className="zd-nav" aria-label={t('navigation')}>
      {groups.map(({ group, pages }) => (
        <div key={group} className="zd-nav-group">
          {groups.length > 1 ? <p id={`nav-${group}`}>{t(`groups.${group}`)}</p> : null}
          <ul aria-labelledby={groups.length > 1 ? `nav-${group}` : undefined}>
            {pages.map(({ path, label }) => (
              <li key={path}>
                <Link
                  to={path}
                  className="zd-nav-link"
                  activeOptions={{ exact: path === '/' }}
                  onClick={onFollow}
                >
                  <NavIcon label={label} />
                  {t(`nav.${label}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
