import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CopyOnce } from '@/shared/ui/values/copy-once';
import '../lending.css';
import type { ApiKey } from './queries';

type Props = { apiKey: ApiKey; onKept: () => void; onDone: () => void };

/** The secret of a new key, this once. An answer that was sent again comes without it. */
export function SecretPanel({ apiKey, onKept, onDone }: Props) {
  const { t } = useTranslation('lending');
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="secret">
      <h2 id="secret">{t('key.made', { name: apiKey.name })}</h2>
      {apiKey.secret ? (
        <>
          <div className="zd-warning" role="alert">
            {t('key.once')}
          </div>
          <CopyOnce label={t('key.secret')} value={apiKey.secret} onCopied={onKept} />
        </>
      ) : (
        <div className="zd-warning" role="alert">
          {t('key.secretLost')}
        </div>
      )}
      <div>
        <Button onClick={onDone}>{apiKey.secret ? t('key.kept') : t('key.toKey')}</Button>
      </div>
    </section>
  );
}
