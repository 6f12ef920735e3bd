import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import type { Days } from './period';

type Schemas = components['schemas'];
export type Line = Schemas['ComplianceLine'];
export type PersonLine = Schemas['PersonCompliance'];
export type Figure = Schemas['ComplianceFigure'];
export type Asked = Days & { department_id?: string };

// Counted from what falls due and from what was departed from.
const meta = { changedBy: ['obligation', 'exception'] };

export function useCompliance(query: Asked & { module?: string }) {
  // Rules are named in the language of the page.
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: ['compliance', 'rules', query, i18n.language],
    queryFn: () => answer(api.GET('/api/v1/compliance', { params: { query } })),
    placeholderData: keepPreviousData,
    meta,
  });
}

export function useComplianceOfPeople(query: Asked & { clause: string }) {
  return useQuery({
    queryKey: ['compliance', 'people', query],
    queryFn: () => answer(api.GET('/api/v1/compliance/people', { params: { query } })),
    meta,
  });
}
