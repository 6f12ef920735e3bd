import { createFileRoute } from '@tanstack/react-router';
import { IncidentAmendPage } from '@/features/incidents/public';

export const Route = createFileRoute('/_app/client-incidents/$id/amend')({
  staticData: { page: 'clientIncidents', permission: 'client-incident.handle' },
  component: IncidentAmendPage,
});
