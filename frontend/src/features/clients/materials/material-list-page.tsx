import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import { download } from '@/shared/api/download';
import { asProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import type { Column } from '@/shared/ui/data-table/columns';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { FilterBar, type Filters } from '@/shared/ui/data-table/filter-bar';
import { useListState } from '@/shared/ui/data-table/list-state';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { useChoices } from '../choices';
import { sizeText } from '../record/attachments-tab';
import { LevelMark } from '../record/level-mark';
import { LevelTag } from '../record/level-tag';
import { serviceQuery } from '../search';
import { materialFilterKinds } from './search';

type Material = components['schemas']['Material'];

function useMaterials(query: Record<string, unknown>) {
  return useQuery({
    queryKey: ['client', 'materials', query],
    queryFn: () => answer(api.GET('/api/v1/client-materials', { params: { query: serviceQuery(query) } })),
    placeholderData: keepPreviousData,
  });
}

/** A button of its own, so that one that is on its way does not turn the others' wheels. */
function Fetch({ row }: { row: Material }) {
  const { t } = useTranslation('client-record');
  const { message } = App.useApp();
  const fetching = useMutation({
    mutationFn: () =>
      download(`/api/v1/clients/${row.client.id}/attachments/${row.id}/content`, row.file_name),
    onError: (error) => message.error(asProblem(error).message),
  });
  if (row.removed) return <Tag>{t('material.withdrawn')}</Tag>;
  return (
    <Button
      size="small"
      loading={fetching.isPending}
      aria-label={`${t('attachment.download')} ${row.file_name}`}
      onClick={() => fetching.mutate()}
    >
      {t('attachment.download')}
    </Button>
  );
}

function useColumns(): Column<Material>[] {
  const { t } = useTranslation('client-record');
  const { word } = useChoices();
  return useMemo(
    () => [
      {
        id: 'file_name',
        title: t('attachment.file_name'),
        width: 240,
        heading: true,
        pinned: true,
        render: ({ file_name }) => <span className="zd-long-text">{file_name}</span>,
      },
      { id: 'kind', title: t('attachment.kind'), width: 90, render: ({ kind }) => word('attachment', kind) },
      {
        id: 'level',
        title: t('item.title'),
        width: 100,
        render: ({ secrecy }) => (secrecy ? <LevelTag level={secrecy.level} /> : <PlainText value={null} />),
      },
      {
        id: 'client',
        title: t('material.client'),
        width: 240,
        render: ({ client }) => (
          <RecordLink type="client" id={client.id}>
            {client.name}
          </RecordLink>
        ),
      },
      {
        id: 'created_by',
        title: t('material.filedBy'),
        width: 110,
        render: (row) => <RefText value={row.created_by} />,
      },
      {
        id: 'created_at',
        title: t('material.filedAt'),
        width: 160,
        render: (row) => <TimeText value={row.created_at} />,
      },
      { id: 'size', title: t('material.size'), width: 90, render: ({ size }) => sizeText(size) },
      {
        id: 'note',
        title: t('attachment.note'),
        width: 220,
        render: ({ note }) => <PlainText value={note} />,
      },
      {
        id: 'level_until',
        title: t('item.level_until'),
        width: 110,
        render: ({ secrecy }) => <DateText value={secrecy?.level_until} />,
      },
      {
        id: 'secret_content',
        title: t('item.content'),
        width: 200,
        render: ({ secrecy }) => <PlainText value={secrecy ? t(`item.contents.${secrecy.content}`) : null} />,
      },
      { id: 'content', title: t('material.paper'), width: 110, render: (row) => <Fetch row={row} /> },
    ],
    [t, word],
  );
}

function useFilters(): Filters {
  const { t } = useTranslation('client-record');
  const { options } = useChoices();
  return useMemo(
    () => ({
      kind: { kind: 'choice', label: t('attachment.kind'), options: options('attachment') },
      created_by: { kind: 'person', label: t('material.filedBy') },
      created: { kind: 'dates', label: t('material.filedAt') },
      include_withdrawn: { kind: 'yes-no', label: t('attachment.withWithdrawn') },
    }),
    [t, options],
  );
}

/** The register of archive material: every paper of every file within reach (A-CLI-21). */
export function MaterialListPage() {
  const { t } = useTranslation('client-record');
  const state = useListState(materialFilterKinds);
  const materials = useMaterials(state.query);
  const columns = useColumns();
  const filters = useFilters();
  const levels = materials.data?.items.flatMap(({ secrecy }) => (secrecy ? [secrecy.level] : [])) ?? [];
  return (
    <div className="zd-page">
      <LevelMark levels={levels} />
      <h1>{t('material.title')}</h1>
      <p className="zd-muted">{t('material.hint')}</p>
      <DataTable
        list="client-materials"
        label={t('material.title')}
        columns={columns}
        query={materials}
        state={state}
        firstUse={{ title: t('material.none'), hint: t('material.noneHint') }}
        controls={() => <FilterBar filters={filters} state={state} />}
      />
    </div>
  );
}
