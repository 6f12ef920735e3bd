import { createFileRoute } from '@tanstack/react-router';
import { InstructionPage } from '@/features/oversight/public';

export const Route = createFileRoute('/_app/client-instructions/$id')({
  staticData: { page: 'clientInstructions', record: 'client-instruction', permission: 'client.read' },
  component: InstructionPage,
});
