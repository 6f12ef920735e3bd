import { createFileRoute } from '@tanstack/react-router';
import { RulePage } from '@/features/handbook/public';

export const Route = createFileRoute('/_app/handbook/rules/$id')({
  staticData: { page: 'rules', record: 'rule' },
  component: RulePage,
});
