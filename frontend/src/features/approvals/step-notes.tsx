import { useTranslation } from 'react-i18next';

type Named = { key: string; name: string };

/** A term of working time, in hours where it is whole hours. */
export function TermText({ minutes }: { minutes: number }) {
  const { t } = useTranslation('approvals');
  return (
    <p className="zd-muted">
      {minutes % 60 === 0 ? t('term.hours', { count: minutes / 60 }) : t('term.minutes', { count: minutes })}
    </p>
  );
}

/** The steps whose approvers do not decide here, by their names. */
export function ExcludesText({ keys, steps }: { keys: readonly string[]; steps: readonly Named[] }) {
  const { t } = useTranslation(['approvals', 'common']);
  if (keys.length === 0) return null;
  const names = keys.map((key) => steps.find((step) => step.key === key)?.name ?? key);
  return (
    <p className="zd-muted">
      {t('approvals:course.excludes', { steps: names.join(t('common:value.separator')) })}
    </p>
  );
}
