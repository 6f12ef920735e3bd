import { createFileRoute } from '@tanstack/react-router';
import { LoanCardPage } from '@/features/loans/public';

export const Route = createFileRoute('/_app/client-loans/$id/card')({
  staticData: { page: 'clientLoans', permission: 'client-loan.read' },
  component: LoanCardPage,
});
