import { createFileRoute } from '@tanstack/react-router';
import { MySecrecyPage } from '@/features/secrecy/public';

export const Route = createFileRoute('/_app/me/secrecy')({
  staticData: { page: 'mySecrecy' },
  component: MySecrecyPage,
});
