import { useTranslation } from 'react-i18next';
import { PlainText } from '@/shared/ui/values/values';
import './oversight.css';
import type { PlanLine } from './queries';
import '@/shared/ui/values/plain-table.css';

const figures = ['new_files', 'verifications', 'submissions', 'completeness'] as const;
type Figure = (typeof figures)[number];

/** What was reached, over what is to be; words say what the colour says. */
function Reached({ line, figure }: { line: PlanLine; figure: Figure }) {
  const { t } = useTranslation('oversight');
  const unit = figure === 'completeness' ? '%' : '';
  const target = line.target[figure];
  if (!line.actual)
    return <span className="zd-muted">{t('plan.notWhole', { target: `${target}${unit}` })}</span>;
  const actual = line.actual[figure];
  const isShort = (actual ?? 0) < target;
  return (
    <span className={isShort ? 'zd-oversight-short' : undefined}>
      <PlainText value={actual === null || actual === undefined ? null : `${actual}${unit}`} /> / {target}
      {unit}
      <span className="zd-visually-hidden"> {isShort ? t('plan.short') : t('plan.reached')}</span>
    </span>
  );
}

/** Targets against what was done. */
export function PlanLines({ lines }: { lines: readonly PlanLine[] }) {
  const { t } = useTranslation('oversight');
  if (lines.length === 0) return <p className="zd-muted">{t('plan.noTargets')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
    <section className="zd-panel zd-oversight-scroll" aria-label={t('plan.running')} tabIndex={0}>
      <table className="zd-plain-table">
        <caption>{t('plan.running')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.whose')}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="zd-figure">
                {t(`plan.figure.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const whose = [line.department?.name, line.owner?.name].filter(Boolean).join(' · ');
            return (
              <tr key={`${line.department?.id ?? ''} ${line.owner?.id ?? ''}`}>
                <th scope="row">{whose || t('plan.everybody')}</th>
                {figures.map((figure) => (
                  <td key={figure} className="zd-figure">
                    <Reached line={line} figure={figure} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
