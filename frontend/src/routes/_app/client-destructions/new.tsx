import { createFileRoute } from '@tanstack/react-router';
import { ProposePage, proposalSearch } from '@/features/destructions/public';

export const Route = createFileRoute('/_app/client-destructions/new')({
  staticData: { page: 'clientDestructionCreate', permission: 'client-destruction.propose' },
  validateSearch: proposalSearch,
  component: ProposePage,
});
