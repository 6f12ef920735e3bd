import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../lending.css';
import type { ApiKey } from './queries';

/** The clipboard is closed to pages without TLS; the text is selected all the same, ready for Ctrl+C. */
async function copied(input: HTMLInputElement): Promise<boolean> {
  input.focus();
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    return false;
  }
}

function Secret({ secret, onKept }: { secret: string; onKept: () => void }) {
  const { t } = useTranslation('lending');
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'COPIED' | 'BY_HAND' | null>(null);
  const copy = async () => {
    if (!input.current) return;
    const isCopied = await copied(input.current);
    setState(isCopied ? 'COPIED' : 'BY_HAND');
    if (isCopied) onKept();
  };
  return (
    <>
      <div className="zd-secret">
        <input
          ref={input}
          readOnly
          value={secret}
          aria-label={t('key.secret')}
          onFocus={({ target }) => target.select()}
        />
        <Button
          type="primary"
          icon={state === 'COPIED' ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
          onClick={copy}
        >
          {t('key.copy')}
        </Button>
      </div>
      <p aria-live="polite">{state ? t(`key.copyState.${state}`) : ''}</p>
    </>
  );
}

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
          <Secret secret={apiKey.secret} onKept={onKept} />
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
