import type { TFunction } from 'i18next';
import type { Loan } from './queries';

/** How it ended, in words: taken back, or lost; null while nothing was settled. */
export function settlementWords(t: TFunction<'loans'>, { state }: Loan) {
  if (state === 'GIVEN_BACK') {
    return { by: t('card.givenBackBy'), at: t('card.givenBackAt'), note: t('card.givenBackNote') };
  }
  if (state === 'LOST') return { by: t('card.lostBy'), at: t('card.lostAt'), note: t('card.lostNote') };
  return null;
}
