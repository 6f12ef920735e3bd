import { useParams, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { AppLink, RecordLink } from '@/shared/ui/navigation/record-link';
import { ActionBar } from '@/shared/ui/record/action-bar';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { ReasonForm } from '@/shared/ui/record-form/reason-form';
import { Facts } from '@/shared/ui/values/facts';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import './oversight.css';
import {
  confirmInstruction,
  type Instruction,
  useInstruction,
  useInstructions,
  useOversightChanged,
  withdrawInstruction,
} from './queries';
import { instructionFilterKinds } from './search';

const tones: Record<Instruction['state'], Tone> = { OPEN: 'accent', CONFIRMED: 'ok', WITHDRAWN: 'neutral' };
const states = ['OPEN', 'CONFIRMED', 'WITHDRAWN'] as const;

function Subject({ instruction }: { instruction: Instruction }) {
  const { t } = useTranslation('oversight');
  if (instruction.client) {
    return (
      <RecordLink type="client" id={instruction.client.id}>
        {instruction.client.name}
      </RecordLink>
    );
  }
  if (instruction.filter)
    return <AppLink href={`/clients?${instruction.filter}`}>{t('instruction.group')}</AppLink>;
  return <PlainText value={null} />;
}

function useColumns(): Column<Instruction>[] {
  const { t } = useTranslation('oversight');
  return useMemo(
    () => [
      {
        id: 'instruction',
        title: t('instruction.text'),
        width: 340,
        heading: true,
        pinned: true,
        render: ({ id, instruction }) => (
          <AppLink href={`/client-instructions/${id}`}>{instruction.split('\n')[0]}</AppLink>
        ),
      },
      {
        id: 'state',
        title: t('instruction.state'),
        width: 100,
        render: ({ state }) => <Tag tone={tones[state]}>{t(`instruction.states.${state}`)}</Tag>,
      },
      {
        id: 'subject',
        title: t('instruction.subject'),
        width: 220,
        render: (row) => <Subject instruction={row} />,
      },
      {
        id: 'given_to',
        title: t('instruction.givenTo'),
        width: 110,
        render: (row) => <RefText value={row.given_to} />,
      },
      {
        id: 'due_on',
        title: t('instruction.dueOn'),
        width: 170,
        render: ({ due_on, state }) => <DateText value={due_on} due={state === 'OPEN'} />,
      },
      {
        id: 'given_by',
        title: t('instruction.givenBy'),
        width: 110,
        render: (row) => <RefText value={row.given_by} />,
      },
      {
        id: 'given_at',
        title: t('instruction.givenAt'),
        width: 150,
        render: (row) => <TimeText value={row.given_at} />,
      },
    ],
    [t],
  );
}

/** One's own tasks, and what those have to do whom one supervises (A-CLI-04). */
export function InstructionListPage() {
  const { t } = useTranslation('oversight');
  const router = useRouter();
  const state = useListState(instructionFilterKinds);
  const instructions = useInstructions(state.query);
  const columns = useColumns();
  const filters: Filters = {
    state: {
      kind: 'choice',
      label: t('instruction.state'),
      options: states.map((value) => ({ value, label: t(`instruction.states.${value}`) })),
    },
    given_to: { kind: 'person', label: t('instruction.givenTo') },
    due_before: { kind: 'date', label: t('instruction.dueBefore') },
  };
  return (
    <div className="zd-page">
      <h1>{t('instruction.title')}</h1>
      <DataTable
        list="client-instructions"
        label={t('instruction.title')}
        columns={columns}
        query={instructions}
        state={state}
        openRow={({ id }) => router.history.push(`/client-instructions/${id}`)}
        firstUse={{ title: t('instruction.none'), hint: t('instruction.noneHint') }}
        controls={() => <FilterBar filters={filters} state={state} />}
      />
    </div>
  );
}

type Settle = typeof confirmInstruction;

function InstructionActions({ instruction }: { instruction: Instruction }) {
  const { t } = useTranslation('oversight');
  const changed = useOversightChanged();
  const settle = (act: Settle) => async (note: string, key: string) => {
    await act(instruction, note, key);
    await changed();
  };
  return (
    <ActionBar
      allowed={instruction.allowed_actions}
      actions={[
        {
          action: 'confirm',
          label: t('instruction.confirm'),
          primary: true,
          form: (done) => (
            <ReasonForm
              label={t('instruction.confirm')}
              name="note"
              fieldLabel={t('instruction.confirmHint')}
              max={1000}
              save={settle(confirmInstruction)}
              said={t('saved')}
              done={done}
            />
          ),
        },
        {
          action: 'withdraw',
          label: t('instruction.withdraw'),
          danger: true,
          form: (done) => (
            <ReasonForm
              label={t('instruction.withdraw')}
              name="note"
              fieldLabel={t('reason')}
              max={1000}
              save={settle(withdrawInstruction)}
              said={t('saved')}
              done={done}
            />
          ),
        },
      ]}
    />
  );
}

function Detail({ instruction }: { instruction: Instruction }) {
  const { t } = useTranslation('oversight');
  const router = useRouter();
  return (
    <div className="zd-stack">
      <RecordHeader
        list="client-instructions"
        id={instruction.id}
        listHref="/client-instructions"
        goTo={(id) => router.history.push(`/client-instructions/${id}`)}
        title={t('instruction.one')}
        tags={<Tag tone={tones[instruction.state]}>{t(`instruction.states.${instruction.state}`)}</Tag>}
        actions={<InstructionActions instruction={instruction} />}
      />
      <section className="zd-panel zd-oversight-block" aria-label={t('instruction.text')}>
        <p className="zd-oversight-text">{instruction.instruction}</p>
        <Facts
          items={[
            { label: t('instruction.subject'), value: <Subject instruction={instruction} /> },
            { label: t('instruction.givenTo'), value: <RefText value={instruction.given_to} /> },
            {
              label: t('instruction.dueOn'),
              value: <DateText value={instruction.due_on} due={instruction.state === 'OPEN'} />,
            },
            { label: t('instruction.givenBy'), value: <RefText value={instruction.given_by} /> },
            { label: t('instruction.givenAt'), value: <TimeText value={instruction.given_at} /> },
            { label: t('instruction.settledBy'), value: <RefText value={instruction.settled_by} /> },
            { label: t('instruction.settledAt'), value: <TimeText value={instruction.settled_at} /> },
            {
              label: t('instruction.settlement'),
              value: <PlainText value={instruction.settlement} />,
              wide: true,
            },
          ]}
        />
      </section>
    </div>
  );
}

export function InstructionPage() {
  const { id } = useParams({ from: '/_app/client-instructions/$id' });
  const instruction = useInstruction(id);
  return (
    <div className="zd-page zd-page-narrow">
      <QueryGate query={instruction}>{(found) => <Detail key={found.id} instruction={found} />}</QueryGate>
    </div>
  );
}
