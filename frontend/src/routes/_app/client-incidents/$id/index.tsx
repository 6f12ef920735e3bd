import { createFileRoute } from '@tanstack/react-router';
import { IncidentPage } from '@/features/incidents/public';

export const Route = createFileRoute('/_app/client-incidents/$id/')({
  staticData: { page: 'clientIncidents', record: 'client-incident', permission: 'client-incident.read' },
  component: IncidentPage,
});
