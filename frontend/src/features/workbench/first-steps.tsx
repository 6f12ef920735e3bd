import { useTranslation } from 'react-i18next';
import { useCount } from '@/shared/api/use-count';
import { AppLink } from '@/shared/ui/navigation/record-link';

const steps = [
  ['departments', '/departments/new'],
  ['sites', '/sites/new'],
  ['people', '/people/new'],
  ['roles', '/roles'],
  ['calendar', '/calendar/import'],
] as const;

/** Whoever has just set up the company is alone in it: what comes next, until a second person is there. */
export function FirstSteps() {
  const { t } = useTranslation('workbench');
  const people = useCount('/people');
  if (people.data?.page.total !== 1) return null;
  return (
    <section className="zd-panel zd-recent" aria-labelledby="first-steps">
      <h2 id="first-steps">{t('first.title')}</h2>
      <ol>
        {steps.map(([step, href]) => (
          <li key={step}>
            <AppLink href={href}>{t(`first.${step}.label`)}</AppLink>
            <span className="zd-muted">{t(`first.${step}.hint`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
