import { createFileRoute } from '@tanstack/react-router';
import { LoanCreatePage } from '@/features/loans/public';

export const Route = createFileRoute('/_app/client-loans/new')({
  staticData: { page: 'clientLoanCreate', permission: 'client-loan.request' },
  component: LoanCreatePage,
});
