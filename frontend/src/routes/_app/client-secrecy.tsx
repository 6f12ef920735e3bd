import { createFileRoute } from '@tanstack/react-router';
import { BoundToSecrecyPage } from '@/features/secrecy/public';

export const Route = createFileRoute('/_app/client-secrecy')({
  staticData: {
    page: 'clientSecrecy',
    nav: { group: 'RECORDS', order: 15 },
    permission: 'client-secrecy.read',
  },
  component: BoundToSecrecyPage,
});
