import { useTranslation } from 'react-i18next';
import './lending.css';
import { usePermissionWords } from './permissions';

/** Permissions in words, with the code that the API and the audit trail know them by. */
export function GrantedList({ permissions }: { permissions: readonly string[] }) {
  const { t } = useTranslation('lending');
  const words = usePermissionWords();
  return (
    <ul className="zd-granted" aria-label={t('permission.title')}>
      {permissions.map((code) => (
        <li key={code} className="zd-tag" title={code}>
          {words(code)}
        </li>
      ))}
    </ul>
  );
}
