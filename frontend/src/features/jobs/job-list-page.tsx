import { useRouter } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { type ListState, useListState } from '@/shared/ui/data-table/list-state';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { PercentMeter } from '@/shared/ui/values/percent-meter';
import { Tag } from '@/shared/ui/values/tag';
import { TimeText } from '@/shared/ui/values/values';
import { jobTones } from './job-progress';
import { useKindName } from './kinds';
import { type Job, useJobs } from './queries';
import { isRehearsal, shareOf } from './result';
import { jobFilterKinds, jobStates } from './search';

const hrefOf = (id: string) => `/jobs/${id}`;

function useColumns(): Column<Job>[] {
  const { t } = useTranslation('jobs');
  const kindName = useKindName();
  return useMemo(
    () => [
      {
        id: 'kind',
        title: t('columns.kind'),
        width: 180,
        heading: true,
        pinned: true,
        render: (job) => (
          <>
            <AppLink href={hrefOf(job.id)}>{kindName(job.kind)}</AppLink>{' '}
            {isRehearsal(job) ? <Tag>{t('rehearsalTag')}</Tag> : null}
          </>
        ),
      },
      {
        id: 'state',
        title: t('columns.state'),
        width: 90,
        render: ({ state }) => <Tag tone={jobTones[state]}>{t(`state.${state}`)}</Tag>,
      },
      {
        id: 'progress',
        title: t('columns.progress'),
        width: 220,
        render: (job) => (
          <span className="zd-row" style={{ flexWrap: 'nowrap' }}>
            <PercentMeter percent={shareOf(job)} />
            <span className="zd-muted">
              {t('progress', { done: job.progress_done, total: job.progress_total })}
            </span>
          </span>
        ),
      },
      { id: 'owner', title: t('columns.owner'), width: 110, render: ({ owner }) => owner.name },
      {
        id: 'created_at',
        title: t('columns.created'),
        width: 150,
        render: ({ created_at }) => <TimeText value={created_at} />,
      },
      {
        id: 'started_at',
        title: t('columns.started'),
        width: 150,
        hidden: true,
        render: ({ started_at }) => <TimeText value={started_at} />,
      },
      {
        id: 'finished_at',
        title: t('columns.finished'),
        width: 150,
        render: ({ finished_at }) => <TimeText value={finished_at} />,
      },
    ],
    [t, kindName],
  );
}

/** One's own jobs, or everybody's for those who may see how the service is loaded. */
function Whose({ state }: { state: ListState }) {
  const { t } = useTranslation('jobs');
  return (
    <Radio.Group
      aria-label={t('whose')}
      optionType="button"
      value={state.search.everybody === true}
      onChange={({ target }) =>
        state.setFilters({ everybody: target.value ? true : undefined, owner_id: undefined })
      }
      options={[
        { value: false, label: t('mine') },
        { value: true, label: t('everybody') },
      ]}
    />
  );
}

export function JobListPage() {
  const { t } = useTranslation('jobs');
  const router = useRouter();
  const can = useCan();
  const state = useListState(jobFilterKinds);
  const jobs = useJobs(state.query);
  const columns = useColumns();
  const seesAll = can('job.read-all');
  const filters: Filters = {
    state: {
      kind: 'choice',
      label: t('columns.state'),
      options: jobStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    ...(seesAll ? { owner_id: { kind: 'person', label: t('columns.owner') } } : {}),
  };
  return (
    <div className="zd-page">
      <h1>{t('list')}</h1>
      <p className="zd-muted">{t('hint')}</p>
      <DataTable
        list="jobs"
        label={t('list')}
        columns={columns}
        query={jobs}
        state={state}
        openRow={({ id }) => router.history.push(hrefOf(id))}
        firstUse={{ title: t('none'), hint: t('noneHint') }}
        controls={() => (
          <>
            {seesAll ? <Whose state={state} /> : null}
            <FilterBar filters={filters} state={state} />
          </>
        )}
      />
    </div>
  );
}
