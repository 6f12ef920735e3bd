import { createFileRoute } from '@tanstack/react-router';
import { ClientEditPage } from '@/features/clients/public';

export const Route = createFileRoute('/_app/clients/$id/edit')({
  staticData: { page: 'clients', permission: 'client.read' },
  validateSearch: (raw: Record<string, unknown>): { field?: string } =>
    typeof raw.field === 'string' ? { field: raw.field } : {},
  component: ClientEditPage,
});
