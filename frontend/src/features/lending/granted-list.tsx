import { useTranslation } from 'react-i18next';
import { usePermissionWord } from '@/shared/ui/feedback/permission-words';
import './lending.css';

/** Permissions in words, with the code that the API and the audit trail know them by. */
export function GrantedList({ permissions }: { permissions: readonly string[] }) {
  const { t } = useTranslation('lending');
  const words = usePermissionWord();
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
