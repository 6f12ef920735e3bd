import { createFileRoute } from '@tanstack/react-router';
import { LoanPage } from '@/features/loans/public';

export const Route = createFileRoute('/_app/client-loans/$id/')({
  staticData: { page: 'clientLoans', record: 'client-loan', permission: 'client-loan.read' },
  component: LoanPage,
});
