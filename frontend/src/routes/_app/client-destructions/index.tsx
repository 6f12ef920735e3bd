import { createFileRoute } from '@tanstack/react-router';
import { DestructionListPage, destructionSearch } from '@/features/destructions/public';

export const Route = createFileRoute('/_app/client-destructions/')({
  staticData: {
    page: 'clientDestructions',
    nav: { group: 'WORK', order: 47 },
    permission: 'client-destruction.read',
  },
  validateSearch: destructionSearch,
  component: DestructionListPage,
});
