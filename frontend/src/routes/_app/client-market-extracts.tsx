import { createFileRoute } from '@tanstack/react-router';
import { MarketPage, marketSearch } from '@/features/market/public';

export const Route = createFileRoute('/_app/client-market-extracts')({
  staticData: {
    page: 'clientMarket',
    nav: { group: 'WORK', order: 56 },
    permission: 'client-market.extract',
  },
  validateSearch: marketSearch,
  component: MarketPage,
});
