import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filters } from '@/shared/ui/data-table/filter-bar';
import { useChoices } from '../choices';

/** The filters of the list by the names of `clientFilterKinds`. */
export function useClientFilters(): Filters {
  const { t } = useTranslation('clients');
  const { options } = useChoices();
  return useMemo(() => {
    const moves = ['ADVANCED', 'WON', 'LOST', 'DROPPED'] as const;
    const blanks = ['INDUSTRY', 'REGION', 'DEPARTMENT', 'EMPLOYEES', 'DEMAND'] as const;
    const surveyed = ['INVESTMENT_SCALE', 'PLAN_MEDIUM', 'PLAN_LONG', 'PREFERENCES'] as const;
    return {
      state: { kind: 'choice', label: t('field.state'), options: options('state') },
      tier: { kind: 'choice', label: t('field.tier'), options: options('tier') },
      kind: { kind: 'choice', label: t('field.kind'), options: options('kind') },
      level: { kind: 'choice', label: t('field.level'), options: options('level') },
      level_until_before: { kind: 'date', label: t('list.levelEndsBefore') },
      level_until_after: { kind: 'date', label: t('list.levelEndsAfter') },
      owner_id: { kind: 'person', label: t('field.owner') },
      owner_left: { kind: 'yes-no', label: t('list.ownerLeft') },
      owner_moved: { kind: 'yes-no', label: t('list.ownerMoved') },
      department_id: { kind: 'department', label: t('field.department') },
      industry: { kind: 'text', label: t('field.industry') },
      region: { kind: 'text', label: t('field.region') },
      without: {
        kind: 'choice',
        label: t('list.without'),
        options: blanks.map((value) => ({ value, label: t(`list.blank.${value}`) })),
      },
      group_buy: { kind: 'yes-no', label: t('field.groupBuy') },
      compliant: { kind: 'yes-no', label: t('field.compliant') },
      completeness: { kind: 'numbers', label: t('field.completeness') },
      employees: { kind: 'numbers', label: t('list.employees') },
      surveyed: {
        kind: 'choice',
        label: t('list.surveyed'),
        options: surveyed.map((value) => ({ value, label: t(`list.survey.${value}`) })),
      },
      last_contact_before: { kind: 'date', label: t('list.notContactedSince') },
      qualification_ends_before: { kind: 'date', label: t('list.qualificationEnds') },
      verification_due_before: { kind: 'date', label: t('list.dueBefore') },
      verification_due_after: { kind: 'date', label: t('list.dueAfter') },
      verified: { kind: 'dates', label: t('list.verified') },
      inferior: { kind: 'choice', label: t('field.inferior'), options: options('inferior') },
      moved: {
        kind: 'choice',
        label: t('list.moved'),
        options: moves.map((value) => ({ value, label: t(`list.move.${value}`) })),
      },
      status: { kind: 'choice', label: t('field.status'), options: options('status') },
      created: { kind: 'dates', label: t('field.createdAt') },
      updated: { kind: 'dates', label: t('field.updatedAt') },
    };
  }, [t, options]);
}
