import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientsPicker } from '@/features/clients/public';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import { type Chosen, chosenOf } from './mapping';
import { monthOptions } from './months';

const mostClients = 100;

/** What a report says in general, and of each client that is chosen (A-CIR-02). */
export function useReportSections(title: string, values: Values, withMonth: boolean): Section[] {
  const { t } = useTranslation(['information-reports', 'common']);
  const chosen = chosenOf(values);
  // The sections hang on whom they are about, not on what is being typed there.
  const about = JSON.stringify(chosen.map(({ value, label }) => ({ value, label })));
  return useMemo(() => {
    const month: Field = {
      kind: 'choice',
      name: 'period',
      label: t('period'),
      required: true,
      help: t('periodHelp'),
      options: monthOptions(),
    };
    const general: Field[] = [
      ...(withMonth ? [month] : []),
      {
        kind: 'long-text',
        name: 'summary',
        label: t('summary'),
        help: t('summaryHelp'),
        required: true,
        max: 4000,
      },
      {
        kind: 'long-text',
        name: 'discoveries',
        label: t('discoveries'),
        help: t('discoveriesHelp'),
        max: 4000,
      },
      {
        kind: 'custom',
        name: 'clients',
        label: t('clientsTold'),
        help: t('clientsHelp'),
        wide: true,
        control: <ClientsPicker max={mostClients} />,
        show: (value) => (value as Chosen[]).map(({ label }) => label).join(t('common:value.separator')),
      },
    ];
    const told = (JSON.parse(about) as Chosen[]).map(({ value, label }): Section => {
      const field = (name: string, words: string, required: boolean): Field => ({
        kind: 'long-text',
        name: `told.${value}.${name}`,
        label: words,
        required,
        max: 2000,
      });
      return {
        id: `client-${value}`,
        title: label,
        fields: [
          field('competition', t('competition'), true),
          field('changes', t('changes'), false),
          field('plan', t('plan'), false),
        ],
      };
    });
    return [{ id: 'report', title, fields: general }, ...told];
  }, [t, title, withMonth, about]);
}
