import { createFileRoute } from '@tanstack/react-router';
import { DestructionPage } from '@/features/destructions/public';

export const Route = createFileRoute('/_app/client-destructions/$id/')({
  staticData: {
    page: 'clientDestructions',
    record: 'client-destruction',
    permission: 'client-destruction.read',
  },
  component: DestructionPage,
});
