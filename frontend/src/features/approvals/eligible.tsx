import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { Tag } from '@/shared/ui/values/tag';
import { useEligible } from './queries';
import { StandingTag } from './states';
import './approvals.css';

type Schemas = components['schemas'];

function Person({ one }: { one: Schemas['EligibleApprover'] }) {
  const { t } = useTranslation('approvals');
  return (
    <li>
      <div className="zd-row">
        <span>{one.person.name}</span>
        <Tag tone={one.eligible ? 'ok' : 'danger'}>
          {one.eligible ? t('eligible.may') : t('eligible.mayNot')}
        </Tag>
      </div>
      {one.reasons.map((reason) => (
        <div key={`${reason.code}${reason.detail}`} className="zd-muted">
          {reason.detail}
          <ClauseList clauses={reason.clauses} />
        </div>
      ))}
    </li>
  );
}

function OfStep({ step }: { step: Schemas['EligibleApprovers'] }) {
  const { t } = useTranslation('approvals');
  return (
    <li className="zd-approval-eligible">
      <div className="zd-row">
        <h3>{step.step_name}</h3>
        <StandingTag standing={step.standing} />
      </div>
      {step.people.length === 0 ? <p className="zd-muted">{t('eligible.nobody')}</p> : null}
      <ul>
        {step.people.map((one) => (
          <Person key={one.person.id} one={one} />
        ))}
      </ul>
      {step.stand_in ? <p>{t('eligible.standIn', { name: step.stand_in.name })}</p> : null}
    </li>
  );
}

/** Who may decide in each step, and who may not and why; asked for only when somebody wants to know. */
export function Eligible({ id }: { id: string }) {
  const { t } = useTranslation('approvals');
  const [isOpen, setOpen] = useState(false);
  const eligible = useEligible(id, isOpen);
  return (
    <section className="zd-panel zd-inset zd-approval-block" aria-labelledby="eligible">
      <div className="zd-spread">
        <h2 id="eligible">{t('eligible.title')}</h2>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('eligible.close') : t('eligible.open')}
        </Button>
      </div>
      {isOpen ? (
        <QueryGate query={eligible}>
          {({ items }) => (
            <ul className="zd-approval-steps">
              {items.map((step) => (
                <OfStep key={step.step} step={step} />
              ))}
            </ul>
          )}
        </QueryGate>
      ) : null}
    </section>
  );
}
