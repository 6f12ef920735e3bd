import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { PercentMeter } from '@/shared/ui/values/percent-meter';
import { Tag } from '@/shared/ui/values/tag';
import { DateText, PlainText, RefText, TimeText } from '@/shared/ui/values/values';
import { useChoices } from '../choices';
import type { ClientRow } from '../queries';

type Cells = Column<ClientRow>[];
type Texts = {
  t: (key: string) => string;
  word: ReturnType<typeof useChoices>['word'];
  yesNo: (yes: boolean) => string;
};

function naming({ t, word }: Texts): Cells {
  return [
    {
      id: 'number',
      title: t('field.number'),
      width: 150,
      sort: 'number',
      pinned: true,
      render: ({ number }) => <span className="zd-mono">{number}</span>,
    },
    {
      id: 'name',
      title: t('field.name'),
      width: 260,
      sort: 'name',
      pinned: true,
      heading: true,
      render: ({ id, name }) => (
        <RecordLink type="client" id={id}>
          {name}
        </RecordLink>
      ),
    },
    { id: 'state', title: t('field.state'), width: 130, render: ({ state }) => word('state', state) },
    {
      id: 'tier',
      title: t('field.tier'),
      width: 80,
      render: ({ tier }) => (
        <Tag tone={tier === 'KEY' || tier === 'CORE' ? 'accent' : 'neutral'}>{word('tier', tier)}</Tag>
      ),
    },
    { id: 'owner', title: t('field.owner'), width: 100, render: ({ owner }) => <RefText value={owner} /> },
    {
      id: 'department',
      title: t('field.department'),
      width: 130,
      render: ({ department }) => <RefText value={department} />,
    },
  ];
}

function keeping({ t, yesNo }: Texts): Cells {
  return [
    {
      id: 'completeness',
      title: t('field.completeness'),
      width: 130,
      sort: 'completeness',
      render: ({ completeness }) => <PercentMeter percent={completeness} />,
    },
    {
      id: 'verification_due_on',
      title: t('field.verificationDueOn'),
      width: 190,
      sort: 'verification_due_on',
      render: (row) => <DateText value={row.verification_due_on} due />,
    },
    {
      id: 'compliant',
      title: t('field.compliant'),
      width: 80,
      hidden: true,
      render: ({ compliant }) => <Tag tone={compliant ? 'ok' : 'warning'}>{yesNo(compliant)}</Tag>,
    },
    {
      id: 'last_verified_at',
      title: t('field.lastVerifiedAt'),
      width: 150,
      hidden: true,
      render: (row) => <TimeText value={row.last_verified_at} />,
    },
    {
      id: 'created_at',
      title: t('field.createdAt'),
      width: 150,
      sort: 'created_at',
      hidden: true,
      render: (row) => <TimeText value={row.created_at} />,
    },
    {
      id: 'updated_at',
      title: t('field.updatedAt'),
      width: 150,
      sort: 'updated_at',
      render: (row) => <TimeText value={row.updated_at} />,
    },
  ];
}

function standing({ t, word, yesNo }: Texts): Cells {
  const plain = (id: 'short_name' | 'credit_code' | 'industry' | 'region' | 'telephone'): Cells[number] => ({
    id,
    title: t(`content.own.${id}`),
    width: id === 'credit_code' ? 190 : 130,
    hidden: true,
    render: (row) => <PlainText value={row[id]} />,
  });
  return [
    ...(['short_name', 'credit_code', 'industry', 'region', 'telephone'] as const).map(plain),
    { id: 'kind', title: t('field.kind'), width: 80, hidden: true, render: ({ kind }) => word('kind', kind) },
    {
      id: 'group_buy',
      title: t('field.groupBuy'),
      width: 90,
      hidden: true,
      render: (row) => yesNo(row.group_buy),
    },
    {
      id: 'level',
      title: t('field.level'),
      width: 80,
      hidden: true,
      render: ({ level }) => word('level', level),
    },
    {
      id: 'level_until',
      title: t('field.levelUntil'),
      width: 110,
      hidden: true,
      render: (row) => <DateText value={row.level_until} />,
    },
    {
      id: 'inferior',
      title: t('field.inferior'),
      width: 90,
      hidden: true,
      render: ({ inferior }) => word('inferior', inferior),
    },
    {
      id: 'site',
      title: t('field.site'),
      width: 120,
      hidden: true,
      render: (row) => <RefText value={row.site} />,
    },
    {
      id: 'tags',
      title: t('content.own.tags'),
      width: 160,
      hidden: true,
      render: ({ tags }) => tags.map((tag) => <Tag key={tag}>{tag}</Tag>),
    },
  ];
}

/** The columns of the list; their ids are the names that an export takes. */
export function useClientColumns(): Cells {
  const { t } = useTranslation(['clients', 'common']);
  const { word } = useChoices();
  return useMemo(() => {
    const texts: Texts = {
      t: (key) => t(key as 'field.name'),
      word,
      yesNo: (yes) => t(yes ? 'common:value.yes' : 'common:value.no'),
    };
    return [...naming(texts), ...standing(texts), ...keeping(texts)];
  }, [t, word]);
}
