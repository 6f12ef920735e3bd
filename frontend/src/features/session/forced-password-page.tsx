import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { passwordChanged } from '@/shared/api/session';
import { Entrance } from './entrance';
import { PasswordForm } from './password-form';

export function ForcedPasswordPage() {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const leave = () => {
    passwordChanged();
    navigate({ to: '/' });
  };
  return (
    <Entrance title={t('password.forcedTitle')} lead={t('password.forcedLead')}>
      <PasswordForm onChanged={leave} />
    </Entrance>
  );
}
