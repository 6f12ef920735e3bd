// What people, departments and sites are called, apart from the pickers: a list that only says a name does not
// load what one chooses with.
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '@/shared/api/client';

export function usePersonName(id: string | null | undefined): string | undefined {
  const person = useQuery({
    queryKey: ['person', id],
    queryFn: () => answer(api.GET('/api/v1/people/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id),
    staleTime: 300_000,
  });
  return person.data?.name;
}

export function useDepartments() {
  return useQuery({
    queryKey: ['department', 'all'],
    queryFn: () => answer(api.GET('/api/v1/departments')),
    staleTime: 300_000,
  });
}

// Of those that a record named once: closed ones, which the lists leave out, have a name as well.
const named = { staleTime: 300_000 };

export function useDepartmentName(id: string | null | undefined): string | undefined {
  const department = useQuery({
    queryKey: ['department', 'named', id],
    queryFn: () => answer(api.GET('/api/v1/departments/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id),
    ...named,
  });
  return department.data?.name;
}

export function useSiteName(id: string | null | undefined): string | undefined {
  const site = useQuery({
    queryKey: ['site', 'named', id],
    queryFn: () => answer(api.GET('/api/v1/sites/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: Boolean(id),
    ...named,
  });
  return site.data?.name;
}
