import { PlusOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import '../approvals.css';
import { DefinitionPicture } from './definition-picture';
import { FlowFacts, FlowTags } from './flow-facts';
import { type Flow, useFlows } from './queries';

function OneFlow({ flow }: { flow: Flow }) {
  const { name } = flow.definition;
  return (
    <section className="zd-panel zd-inset zd-approval-block" aria-labelledby={`flow-${flow.code}`}>
      <div className="zd-row">
        <h2 id={`flow-${flow.code}`}>
          <AppLink href={`/approval-flows/${flow.code}`}>{name}</AppLink>
        </h2>
        <FlowTags flow={flow} />
      </div>
      <FlowFacts flow={flow} />
      <DefinitionPicture label={name} definition={flow.definition} named={flow} />
    </section>
  );
}

/** The flows as they count today. */
export function FlowListPage() {
  const { t } = useTranslation('approvals');
  const can = useCan();
  const router = useRouter();
  const flows = useFlows();
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('flow.title')}</h1>
        {can('approval-flow.manage') ? (
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => router.history.push('/approval-flows/new')}
          >
            {t('flow.create')}
          </Button>
        ) : null}
      </div>
      <p className="zd-muted">{t('flow.hint')}</p>
      <QueryGate query={flows}>
        {({ items }) => (
          <>
            {items.length === 0 ? <EmptyState title={t('flow.none')} /> : null}
            {items.map((flow) => (
              <OneFlow key={flow.code} flow={flow} />
            ))}
          </>
        )}
      </QueryGate>
    </div>
  );
}
