import { createFileRoute } from '@tanstack/react-router';
import { RuleListPage, ruleSearch } from '@/features/handbook/public';

export const Route = createFileRoute('/_app/handbook/rules/')({
  staticData: { page: 'rules', nav: { group: 'HANDBOOK', order: 10 } },
  validateSearch: ruleSearch,
  component: RuleListPage,
});
