import { createFileRoute } from '@tanstack/react-router';
import { LoanListPage, loanSearch } from '@/features/loans/public';

export const Route = createFileRoute('/_app/client-loans/')({
  staticData: { page: 'clientLoans', nav: { group: 'WORK', order: 46 }, permission: 'client-loan.read' },
  validateSearch: loanSearch,
  component: LoanListPage,
});
