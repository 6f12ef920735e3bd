import { recentPeriods } from '@/shared/format/period';

/** As far back as a report that is missing may still be handed in. */
const monthsBack = 12;

/** The months whose reports may be submitted and called about, this one first: `2026-12`. */
export const openMonths = () => recentPeriods('MONTH', monthsBack + 1);

export const monthOptions = () => openMonths().map((month) => ({ value: month, label: month }));
