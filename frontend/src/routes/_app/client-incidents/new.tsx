import { createFileRoute } from '@tanstack/react-router';
import { IncidentReportPage, reportingSearch } from '@/features/incidents/public';

export const Route = createFileRoute('/_app/client-incidents/new')({
  staticData: { page: 'clientIncidentReport', permission: 'client-incident.report' },
  validateSearch: reportingSearch,
  component: IncidentReportPage,
});
