import { useTranslation } from 'react-i18next';

/** The number to quote when one asks about a failed call. */
export function RequestId({ value }: { value: string }) {
  const { t } = useTranslation();
  return (
    <span className="zd-muted">
      {t('problem.requestId')} <code className="zd-mono">{value}</code>
    </span>
  );
}
