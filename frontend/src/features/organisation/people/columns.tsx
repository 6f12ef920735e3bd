import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '@/shared/ui/data-table/columns';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { PlainText, RefText } from '@/shared/ui/values/values';
import { useWords } from '../parts/words';
import type { PersonRow } from './queries';

export function usePersonColumns(): Column<PersonRow>[] {
  const { t } = useTranslation('organisation');
  const words = useWords();
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('person.name'),
        width: 140,
        pinned: true,
        heading: true,
        render: ({ id, name }) => (
          <RecordLink type="person" id={id}>
            {name}
          </RecordLink>
        ),
      },
      {
        id: 'employee_number',
        title: t('person.number'),
        width: 110,
        render: (row) => <PlainText value={row.employee_number} />,
      },
      {
        id: 'department',
        title: t('person.department'),
        width: 150,
        render: ({ department }) => <RefText value={department} />,
      },
      { id: 'site', title: t('person.site'), width: 140, render: ({ site }) => <RefText value={site} /> },
      {
        id: 'roles',
        title: t('person.roles'),
        width: 220,
        render: ({ roles }) => <PlainText value={roles.map(({ name }) => name).join(t('separator'))} />,
      },
      {
        id: 'status',
        title: t('person.status'),
        width: 90,
        render: ({ status }) => (
          <Tag tone={status === 'ACTIVE' ? 'ok' : 'warning'}>{words.status(status)}</Tag>
        ),
      },
      {
        id: 'login',
        title: t('person.login'),
        width: 150,
        render: ({ login }) => <span className="zd-mono">{login}</span>,
      },
      {
        id: 'phone',
        title: t('person.phone'),
        width: 130,
        hidden: true,
        render: ({ phone }) => <PlainText value={phone} />,
      },
      {
        id: 'email',
        title: t('person.email'),
        width: 240,
        hidden: true,
        render: ({ email }) => <PlainText value={email} />,
      },
    ],
    [t, words],
  );
}
