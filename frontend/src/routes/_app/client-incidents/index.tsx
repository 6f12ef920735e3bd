import { createFileRoute } from '@tanstack/react-router';
import { IncidentListPage, incidentSearch } from '@/features/incidents/public';

export const Route = createFileRoute('/_app/client-incidents/')({
  staticData: {
    page: 'clientIncidents',
    nav: { group: 'WORK', order: 48 },
    permission: 'client-incident.read',
  },
  validateSearch: incidentSearch,
  component: IncidentListPage,
});
