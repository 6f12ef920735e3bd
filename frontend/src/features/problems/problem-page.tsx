import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Entrance } from '@/features/session/public';
import type { Code } from '@/shared/api/problem';
import { statusOf } from '@/shared/api/statuses.gen';
import { useCodeWord } from '@/shared/ui/feedback/code-words';
import { Facts } from '@/shared/ui/values/facts';

/** What can be said of this code alone; of all others, what is true of their status. */
const own = [
  'CLIENT_BASIC_INCOMPLETE',
  'CLIENT_DUPLICATE_SUSPECTED',
  'CLIENT_VERIFICATION_OVERDUE',
  'DUTY_CONFLICT',
  'IDEMPOTENCY_IN_FLIGHT',
  'INVALID_CREDENTIALS',
  'PASSWORD_CHANGE_FIRST',
  'SECRECY_NOT_ACKNOWLEDGED',
  'SESSION_NEEDED',
  'SUBMISSION_CONFLICT',
] as const;

const isCode = (text: string): text is Code => Object.hasOwn(statusOf, text);

/** The page that the `type` of a refusal names. Whoever reads a log has no session: it asks for none. */
export function ProblemPage() {
  const { t } = useTranslation('problem-page');
  const word = useCodeWord();
  const { code: given } = useParams({ from: '/problems/$code' });
  const code = given.toUpperCase();
  if (!isCode(code)) {
    return (
      <Entrance title={t('unknown.title')} lead={t('unknown.lead', { code: given })}>
        <Link to="/">{t('home')}</Link>
      </Entrance>
    );
  }
  const status = statusOf[code];
  const special = own.find((one) => one === code);
  return (
    <Entrance title={word(code)}>
      <Facts
        items={[
          { label: t('code'), value: <code>{code}</code>, wide: true },
          { label: t('status'), value: t(`statuses.${status}`), wide: true },
          { label: t('meaning'), value: t(`about.${status}.meaning`), wide: true },
          {
            label: t('advice'),
            value: special ? t(`own.${special}`) : t(`about.${status}.advice`),
            wide: true,
          },
        ]}
      />
      <p className="zd-muted">{t('figures')}</p>
      <Link to="/">{t('home')}</Link>
    </Entrance>
  );
}
