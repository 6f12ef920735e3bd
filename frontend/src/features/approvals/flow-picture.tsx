import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './approvals.css';

export type PictureStep = {
  key: string;
  name: string;
  /** Opens together with the step before it. */
  together?: boolean;
  /** How far it has come, where it is the course of something. */
  standing?: 'AHEAD' | 'OPEN' | 'DONE';
  mark?: ReactNode;
  body: ReactNode;
};

/** Steps that open together, in the order of the flow. */
export function stagesOf<Step extends { together?: boolean }>(steps: readonly Step[]): Step[][] {
  const stages: Step[][] = [];
  for (const step of steps) {
    const last = stages.at(-1);
    if (step.together && last) last.push(step);
    else stages.push([step]);
  }
  return stages;
}

function StepCard({ step }: { step: PictureStep }) {
  return (
    <article className="zd-flow-step" data-standing={step.standing} aria-label={step.name}>
      <div className="zd-flow-head">
        <strong>{step.name}</strong>
        {step.mark}
      </div>
      {step.body}
    </article>
  );
}

/** A flow as it runs: one stage after another, and what opens together side by side. */
export function FlowPicture({ label, steps }: { label: string; steps: readonly PictureStep[] }) {
  const { t } = useTranslation('approvals');
  return (
    <ol className="zd-flow" aria-label={label}>
      {stagesOf(steps).map((stage) => (
        <li key={stage[0]?.key} className="zd-flow-stage">
          {stage.length > 1 ? <p className="zd-flow-together">{t('course.togetherWith')}</p> : null}
          <div className="zd-flow-abreast">
            {stage.map((step) => (
              <StepCard key={step.key} step={step} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
