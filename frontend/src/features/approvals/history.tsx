import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Timeline, type TimelineEntry } from '@/shared/ui/record/timeline';
import type { ApprovalAct } from './queries';

function Said({ act }: { act: ApprovalAct }) {
  const { t } = useTranslation('approvals');
  return (
    <>
      {act.comment ? <p className="zd-flow-said">{act.comment}</p> : null}
      {act.evidence ? <p className="zd-muted">{t('page.evidence', { evidence: act.evidence })}</p> : null}
    </>
  );
}

function useEntry(): (act: ApprovalAct) => TimelineEntry {
  const { t } = useTranslation('approvals');
  return (act) => {
    const word = t(`act.${act.kind}`);
    const placed = act.step_name ? t('page.actAt', { act: word, step: act.step_name }) : word;
    const title = act.person ? t('page.to', { act: placed, name: act.person.name }) : placed;
    const whose = act.on_behalf_of ? ` ${t('page.for', { name: act.on_behalf_of.name })}` : '';
    return {
      id: act.id,
      kind: act.kind,
      occurredAt: act.at,
      actor: `${act.by.name}${whose}`,
      title,
      body: act.comment || act.evidence ? <Said act={act} /> : null,
    };
  };
}

/** Everything that happened to an approval, the latest first. */
export function History({ acts }: { acts: readonly ApprovalAct[] }) {
  const { t } = useTranslation('approvals');
  const [shown, setShown] = useState<string[]>([]);
  const entry = useEntry();
  const latest = useMemo(() => [...acts].sort((a, b) => b.at.localeCompare(a.at)), [acts]);
  const kinds = [...new Set(acts.map(({ kind }) => kind))];
  return (
    <section className="zd-panel zd-inset zd-approval-block" aria-labelledby="history">
      <h2 id="history">{t('page.history')}</h2>
      <Timeline
        entries={latest.filter(({ kind }) => shown.length === 0 || shown.includes(kind)).map(entry)}
        kinds={kinds.map((value) => ({ value, label: t(`act.${value}`) }))}
        shownKinds={shown}
        onKinds={setShown}
      />
    </section>
  );
}
