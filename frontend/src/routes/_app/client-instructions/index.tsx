import { createFileRoute } from '@tanstack/react-router';
import { InstructionListPage, instructionSearch } from '@/features/oversight/public';

export const Route = createFileRoute('/_app/client-instructions/')({
  staticData: { page: 'clientInstructions', nav: { group: 'WORK', order: 52 }, permission: 'client.read' },
  validateSearch: instructionSearch,
  component: InstructionListPage,
});
