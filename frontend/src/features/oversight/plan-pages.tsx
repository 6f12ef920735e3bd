import { useParams, useRouter } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { FormDialog } from '@/shared/ui/record/form-dialog';
import { RecordHeader } from '@/shared/ui/record/record-header';
import type { Field } from '@/shared/ui/record-form/fields';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import { Facts } from '@/shared/ui/values/facts';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { DateSpan, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import './oversight.css';
import { PlanLines } from './plan-lines';
import {
  confirmPlan,
  createPlan,
  type Plan,
  type PlanRow,
  useOversightChanged,
  usePlan,
  usePlans,
  withdrawPlan,
} from './queries';
import { planFilterKinds } from './search';
import { TargetsEditor } from './targets-editor';

const tones: Record<PlanRow['state'], Tone> = { DRAFT: 'neutral', CONFIRMED: 'ok', WITHDRAWN: 'warning' };
const states = ['DRAFT', 'CONFIRMED', 'WITHDRAWN'] as const;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function useColumns(): Column<PlanRow>[] {
  const { t } = useTranslation('oversight');
  return useMemo(
    () => [
      {
        id: 'period',
        title: t('plan.period'),
        width: 120,
        heading: true,
        pinned: true,
        render: ({ id, period }) => <AppLink href={`/client-collection-plans/${id}`}>{period}</AppLink>,
      },
      {
        id: 'state',
        title: t('plan.state'),
        width: 100,
        render: ({ state }) => <Tag tone={tones[state]}>{t(`plan.states.${state}`)}</Tag>,
      },
      { id: 'targets', title: t('plan.targets'), width: 90, render: ({ target_count }) => target_count },
      {
        id: 'made_by',
        title: t('plan.madeBy'),
        width: 110,
        render: (row) => <RefText value={row.made_by} />,
      },
      {
        id: 'confirmed_by',
        title: t('plan.confirmedBy'),
        width: 110,
        render: (row) => <RefText value={row.confirmed_by} />,
      },
      {
        id: 'confirmed_at',
        title: t('plan.confirmedAt'),
        width: 150,
        render: (row) => <TimeText value={row.confirmed_at} />,
      },
      { id: 'note', title: t('plan.note'), width: 320, render: ({ note }) => <PlainText value={note} /> },
    ],
    [t],
  );
}

function NewPlanForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('oversight');
  const router = useRouter();
  const changed = useOversightChanged();
  const fields = useMemo<Field[]>(
    () => [
      {
        kind: 'text',
        name: 'period',
        label: t('plan.period'),
        help: t('plan.periodHelp'),
        required: true,
        max: 7,
      },
      { kind: 'long-text', name: 'note', label: t('plan.note'), max: 2000 },
    ],
    [t],
  );
  return (
    <SmallForm
      label={t('plan.create')}
      fields={fields}
      save={async ({ period, note }, key) => {
        const made = await createPlan({ period: text(period), note: text(note) || null, targets: [] }, key);
        await changed();
        router.history.push(`/client-collection-plans/${made.id}`);
      }}
      onDone={onDone}
    />
  );
}

/** The plans for collecting client information (A-CLI-15). */
export function PlanListPage() {
  const { t } = useTranslation('oversight');
  const router = useRouter();
  const can = useCan();
  const state = useListState(planFilterKinds);
  const plans = usePlans(state.query);
  const columns = useColumns();
  const [isMaking, setMaking] = useState(false);
  const filters: Filters = {
    state: {
      kind: 'choice',
      label: t('plan.state'),
      options: states.map((value) => ({ value, label: t(`plan.states.${value}`) })),
    },
    period: { kind: 'text', label: t('plan.period') },
  };
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('plan.title')}</h1>
        {can('client-oversight.manage') ? (
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('plan.create')}
          </Button>
        ) : null}
      </div>
      <DataTable
        list="client-collection-plans"
        label={t('plan.title')}
        columns={columns}
        query={plans}
        state={state}
        openRow={({ id }) => router.history.push(`/client-collection-plans/${id}`)}
        firstUse={{ title: t('plan.none'), hint: t('plan.noneHint') }}
        controls={() => <FilterBar filters={filters} state={state} />}
      />
      <FormDialog open={isMaking} title={t('plan.create')} onCancel={() => setMaking(false)}>
        <NewPlanForm onDone={() => setMaking(false)} />
      </FormDialog>
    </div>
  );
}

function ConfirmForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const { t } = useTranslation('oversight');
  const { message } = App.useApp();
  const changed = useOversightChanged();
  return (
    <SmallForm
      label={t('plan.confirm')}
      hint={t('plan.confirmHint')}
      save={async (_, key) => {
        await confirmPlan(plan, key);
        message.success(t('saved'));
        await changed();
      }}
      onDone={onDone}
    />
  );
}

function WithdrawForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const { t } = useTranslation('oversight');
  const changed = useOversightChanged();
  return (
    <ReasonForm
      label={t('plan.withdraw')}
      save={async (reason, key) => {
        await withdrawPlan(plan, reason, key);
        await changed();
      }}
      said={t('saved')}
      done={onDone}
    />
  );
}

function PlanActions({ plan }: { plan: Plan }) {
  const { t } = useTranslation('oversight');
  return (
    <ActionBar
      allowed={plan.allowed_actions}
      actions={[
        {
          action: 'update',
          label: t('plan.edit'),
          form: (done) => <TargetsEditor plan={plan} onDone={done} />,
        },
        {
          action: 'confirm',
          label: t('plan.confirm'),
          primary: true,
          form: (done) => <ConfirmForm plan={plan} onDone={done} />,
        },
        {
          action: 'withdraw',
          label: t('plan.withdraw'),
          danger: true,
          form: (done) => <WithdrawForm plan={plan} onDone={done} />,
        },
      ]}
    />
  );
}

function Detail({ plan }: { plan: Plan }) {
  const { t } = useTranslation('oversight');
  const router = useRouter();
  return (
    <div className="zd-stack">
      <RecordHeader
        list="client-collection-plans"
        id={plan.id}
        listHref="/client-collection-plans"
        goTo={(id) => router.history.push(`/client-collection-plans/${id}`)}
        title={t('plan.of', { period: plan.period })}
        tags={<Tag tone={tones[plan.state]}>{t(`plan.states.${plan.state}`)}</Tag>}
        actions={<PlanActions plan={plan} />}
      />
      <section className="zd-panel zd-oversight-block" aria-label={t('plan.one')}>
        <Facts
          items={[
            { label: t('plan.period'), value: <DateSpan from={plan.from} to={plan.to} /> },
            { label: t('plan.madeBy'), value: <RefText value={plan.made_by} /> },
            { label: t('plan.confirmedBy'), value: <RefText value={plan.confirmed_by} /> },
            { label: t('plan.confirmedAt'), value: <TimeText value={plan.confirmed_at} /> },
            { label: t('asOf'), value: <TimeText value={plan.as_of} /> },
            { label: t('plan.note'), value: <PlainText value={plan.note} />, wide: true },
            ...(plan.withdrawn_reason
              ? [{ label: t('reason'), value: plan.withdrawn_reason, wide: true }]
              : []),
          ]}
        />
      </section>
      <PlanLines lines={plan.lines} />
    </div>
  );
}

export function PlanPage() {
  const { id } = useParams({ from: '/_app/client-collection-plans/$id' });
  const plan = usePlan(id);
  return (
    <div className="zd-page">
      <QueryGate query={plan}>{(found) => <Detail key={found.id} plan={found} />}</QueryGate>
    </div>
  );
}
