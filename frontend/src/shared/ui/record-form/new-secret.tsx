import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyOnce } from '../values/copy-once';
import { LeaveGuard } from './leave-guard';

type Props = {
  label: string;
  /** None where the answer was sent again: the secret itself is kept nowhere. */
  value: string | null | undefined;
  once: string;
  /** What to do where it did not arrive. */
  lost: string;
  /** What the way on is called where there is nothing to keep. */
  onward: string;
  onDone: () => void;
};

/** What was just made and is shown this once: not left until it was copied, or somebody says that it was kept. */
export function NewSecret({ label, value, once, lost, onward, onDone }: Props) {
  const { t } = useTranslation();
  const isKept = useRef(!value);
  const keep = () => {
    isKept.current = true;
  };
  const done = () => {
    keep();
    onDone();
  };
  return (
    <div className="zd-stack">
      <div className="zd-warning" role="alert">
        {value ? once : lost}
      </div>
      {value ? <CopyOnce label={label} value={value} onCopied={keep} /> : null}
      <div>
        <Button onClick={done}>{value ? t('copyOnce.kept') : onward}</Button>
      </div>
      <LeaveGuard
        isDirty={() => !isKept.current}
        title={t('copyOnce.leave')}
        hint={t('copyOnce.leaveHint')}
      />
    </div>
  );
}
