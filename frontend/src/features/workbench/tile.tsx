import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { type CountedList, useCount } from '@/shared/api/use-count';
import { formatCount } from '@/shared/format/count';
import { AppLink } from '@/shared/ui/navigation/record-link';
import './workbench.css';

type Question = { path: CountedList; search: Record<string, unknown> };

function Figure({ path, search }: Question) {
  const { t } = useTranslation('problems');
  const count = useCount(path, search);
  if (count.isError) {
    const problem = asProblem(count.error);
    const problemText = t(problem.code as 'INTERNAL', { replace: problem.params });
    return <span className="zd-tile-problem">{problemText}</span>;
  }
  const total = count.data?.page.total;
  if (typeof total !== 'number') return <span aria-hidden="true">…</span>;
  return (
    <>
      {formatCount(total)}
      {count.data?.page.total_capped ? '+' : ''}
    </>
  );
}

/** A figure that opens the list it counts. */
export function Tile({ label, hint, path, search }: Question & { label: string; hint: string }) {
  const router = useRouter();
  const { href } = router.buildLocation({ to: path, search });
  return (
    <AppLink href={href} className="zd-tile zd-panel">
      <span className="zd-tile-label">{label}</span>
      <span className="zd-tile-figure">
        <Figure path={path} search={search} />
      </span>
      <span className="zd-muted">{hint}</span>
    </AppLink>
  );
}
