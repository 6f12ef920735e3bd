export { MarketPage } from './market-page';
export { marketSearch } from './search';
