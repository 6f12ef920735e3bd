import { Radio } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import type { LoanRow } from './queries';
import { kinds } from './words';
import './loans.css';

type Kind = LoanRow['kind'];
type Props = {
  id?: string;
  value?: Kind;
  onChange?: (kind: Kind) => void;
  /** Managers and above take files along (A-BOR-02). */
  mayBorrow: boolean;
};

/** What is asked for; what one may not ask for stands there with the rule that says so. */
export function KindChoice({ id, value, onChange, mayBorrow }: Props) {
  const { t } = useTranslation('loans');
  const base = useId();
  return (
    <Radio.Group
      id={id}
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
      className="zd-loan-kinds"
      aria-label={t('kind')}
    >
      {kinds.map((kind) => {
        const isRefused = kind === 'LOAN' && !mayBorrow;
        return (
          <div key={kind}>
            <Radio value={kind} disabled={isRefused} aria-describedby={`${base}${kind}`}>
              {t(`kinds.${kind}`)}
            </Radio>
            <div id={`${base}${kind}`} className="zd-loan-kind-hint">
              <p className="zd-muted">{isRefused ? t('onlyManagers') : t(`kindHints.${kind}`)}</p>
              {isRefused ? <ClauseList clauses={[{ id: 'A-BOR-02' }]} /> : null}
            </div>
          </div>
        );
      })}
    </Radio.Group>
  );
}
