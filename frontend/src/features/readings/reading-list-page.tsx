import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelMark, LevelTag, useChoices } from '@/features/clients/public';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { RefText, TimeText } from '@/shared/ui/values/values';
import { type Reading, useReadings } from './queries';
import { readingFilterKinds } from './search';

const ways = ['OPENED', 'PAPER', 'EXPORTED', 'EXTRACTED', 'TRAIL'] as const;
/** What is declassified is read freely, and noted nowhere. */
const levels = ['SECRET', 'CONFIDENTIAL', 'TOP_SECRET'];

/** A destroyed file has no name and no page any more, and is known by its number. */
function FileRead({ file: { id, number, name } }: { file: Reading['client'] }) {
  const { t } = useTranslation('readings');
  const called = <span className="zd-mono">{number}</span>;
  return name ? (
    <>
      <RecordLink type="client" id={id}>
        {name}
      </RecordLink>{' '}
      <span className="zd-muted">{called}</span>
    </>
  ) : (
    <>
      {called} <Tag>{t('destroyed')}</Tag>
    </>
  );
}

function useColumns(): Column<Reading>[] {
  const { t } = useTranslation('readings');
  return useMemo(
    () => [
      {
        id: 'read_at',
        title: t('readAt'),
        width: 140,
        render: ({ read_at }) => <TimeText value={read_at} />,
      },
      {
        id: 'client',
        title: t('file'),
        width: 340,
        grow: true,
        heading: true,
        render: ({ client }) => <FileRead file={client} />,
      },
      { id: 'level', title: t('level'), width: 140, render: ({ level }) => <LevelTag level={level} /> },
      { id: 'person', title: t('person'), width: 110, render: ({ person }) => <RefText value={person} /> },
      { id: 'way', title: t('way'), width: 140, render: ({ way }) => t(`ways.${way}`) },
      { id: 'via', title: t('via'), width: 110, render: ({ via }) => t(`vias.${via}`) },
    ],
    [t],
  );
}

/** The files in view; one that was chosen elsewhere and is not among them is not opened only to be named. */
function useFiles(rows: readonly Reading[], chosen: unknown) {
  const { t } = useTranslation('readings');
  const names = new Map(rows.map(({ client }) => [client.id, client.name ?? client.number]));
  if (typeof chosen === 'string' && !names.has(chosen)) names.set(chosen, t('chosenFile'));
  return [...names].map(([value, label]) => ({ value, label }));
}

/** Who read which classified file, at which level and through what (A-SEC-10). */
export function ReadingListPage() {
  const { t } = useTranslation('readings');
  const { word } = useChoices();
  const state = useListState(readingFilterKinds);
  const readings = useReadings(state.query);
  const columns = useColumns();
  const rows = readings.data?.items ?? [];
  const filters: Filters = {
    client_id: { kind: 'one-of', label: t('file'), options: useFiles(rows, state.search.client_id) },
    person_id: { kind: 'person', label: t('person') },
    way: {
      kind: 'choice',
      label: t('way'),
      options: ways.map((value) => ({ value, label: t(`ways.${value}`) })),
    },
    level: {
      kind: 'choice',
      label: t('level'),
      options: levels.map((value) => ({ value, label: word('level', value) })),
    },
    read: { kind: 'dates', label: t('readAt') },
  };
  return (
    <div className="zd-page">
      <LevelMark levels={rows.map(({ level }) => level)} />
      <h1>{t('title')}</h1>
      <p className="zd-muted">{t('hint')}</p>
      <DataTable
        list="client-readings"
        label={t('title')}
        columns={columns}
        query={readings}
        state={state}
        firstUse={{ title: t('none'), hint: t('noneHint') }}
        controls={() => <FilterBar filters={filters} state={state} />}
      />
    </div>
  );
}
