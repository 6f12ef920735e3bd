import { useTranslation } from 'react-i18next';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { useConditionWords } from './condition-words';
import type { Flow } from './queries';

/** Which version counts, and since when. */
export function FlowTags({ flow }: { flow: Flow }) {
  const { t } = useTranslation('approvals');
  return (
    <>
      <Tag>{flow.version === 0 ? t('flow.own') : t('flow.version', { version: flow.version })}</Tag>
      {flow.since ? <span className="zd-muted">{t('flow.since', { date: flow.since })}</span> : null}
      {flow.definition.enabled ? null : <Tag tone="warning">{t('flow.disabled')}</Tag>}
    </>
  );
}

/** Which records take it. */
export function FlowFacts({ flow }: { flow: Flow }) {
  const { t } = useTranslation('approvals');
  const words = useConditionWords(flow.subject);
  const { conditions = [], priority } = flow.definition;
  return (
    <Facts
      items={[
        { label: t('flow.subject'), value: flow.subject_name },
        {
          label: t('flow.appliesWhen'),
          value: conditions.length > 0 ? words(conditions) : t('flow.always'),
        },
        { label: t('flow.priority'), value: priority },
      ]}
    />
  );
}
