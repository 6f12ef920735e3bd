import { createFileRoute } from '@tanstack/react-router';
import { MaterialListPage, materialSearch } from '@/features/clients/public';

export const Route = createFileRoute('/_app/client-materials')({
  staticData: { page: 'clientMaterials', nav: { group: 'WORK', order: 45 }, permission: 'client.read' },
  validateSearch: materialSearch,
  component: MaterialListPage,
});
