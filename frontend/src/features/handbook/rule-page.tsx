import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText } from '@/shared/ui/values/values';
import { type Rule, useParameter, useRule } from './queries';
import { RuleState } from './rule-state';
import { useWords } from './words';

/** A parameter by its name; by its key where the name cannot be read. */
function ParameterLink({ of: key }: { of: string }) {
  const { data, isPending } = useParameter(key);
  return <AppLink href={`/handbook/parameters/${key}`}>{data?.name ?? (isPending ? '…' : key)}</AppLink>;
}

function RuleBody({ rule }: { rule: Rule }) {
  const { t } = useTranslation('handbook');
  const router = useRouter();
  const words = useWords();
  return (
    <>
      <RecordHeader
        list="rules"
        id={rule.id}
        listHref="/handbook/rules"
        goTo={(id) => router.history.push(`/handbook/rules/${id}`)}
        number={rule.id}
        title={rule.title}
        tags={
          <>
            <RuleState rule={rule} />
            {rule.kinds.map((kind) => (
              <Tag key={kind}>{words.kind(kind)}</Tag>
            ))}
          </>
        }
      />
      <section className="zd-panel zd-inset zd-stack">
        <h2>{t('rule.text')}</h2>
        <p>{rule.text}</p>
        <Facts
          items={[
            { label: t('rule.system'), value: `${rule.system} · ${rule.system_name}` },
            { label: t('rule.module'), value: words.module(rule.module) },
            { label: t('rule.document'), value: rule.document },
            { label: t('rule.source'), value: rule.source },
            { label: t('rule.how'), value: <PlainText value={rule.how.map(words.kept).join('、')} /> },
          ]}
        />
        {rule.operations.length > 0 ? (
          // Names for those who call the API: there for them, and out of the way of all others.
          <details>
            <summary>{t('rule.operations')}</summary>
            <p className="zd-muted zd-mono zd-hash">{rule.operations.join(', ')}</p>
          </details>
        ) : null}
      </section>
      <section className="zd-panel zd-inset zd-stack">
        <h2>{t('rule.parameters')}</h2>
        {rule.parameters.length === 0 ? (
          <p className="zd-muted">{t('rule.noParameters')}</p>
        ) : (
          <ul>
            {rule.parameters.map((key) => (
              <li key={key}>
                <ParameterLink of={key} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

export function RulePage() {
  const { id } = useParams({ strict: false });
  const rule = useRule(id ?? '');
  return (
    <div className="zd-page">
      <QueryGate query={rule}>{(data) => <RuleBody rule={data} />}</QueryGate>
    </div>
  );
}
