import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './values.css';

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

type Props = { label: string; value: string; onCopied?: () => void };

/** A secret that is shown this once: selected as soon as it stands there, and one press from the clipboard. */
export function CopyOnce({ label, value, onCopied }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'COPIED' | 'BY_HAND' | null>(null);
  useEffect(() => input.current?.focus(), []);
  const copy = async () => {
    if (!input.current) return;
    const isCopied = await copied(input.current);
    setState(isCopied ? 'COPIED' : 'BY_HAND');
    if (isCopied) onCopied?.();
  };
  return (
    <>
      <div className="zd-copy-once">
        <input
          ref={input}
          readOnly
          value={value}
          aria-label={label}
          onFocus={({ target }) => target.select()}
        />
        <Button
          type="primary"
          icon={state === 'COPIED' ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
          onClick={copy}
        >
          {t('copyOnce.copy')}
        </Button>
      </div>
      <p aria-live="polite">{state ? t(`copyOnce.state.${state}`) : ''}</p>
    </>
  );
}
