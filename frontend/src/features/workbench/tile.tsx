import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { formatCount } from '@/shared/format/count';
import { AppLink } from '@/shared/ui/navigation/record-link';
import './workbench.css';

type Counted = { page: { total?: number | null; total_capped?: boolean } };
type Props = {
  label: string;
  hint: string;
  path: string;
  search: Record<string, unknown>;
  query: UseQueryResult<Counted>;
};

function Figure({ query }: Pick<Props, 'query'>) {
  const { t } = useTranslation('problems');
  if (query.isError) {
    const problem = asProblem(query.error);
    const problemText = t(problem.code as 'INTERNAL', { replace: problem.params });
    return <span className="zd-tile-problem">{problemText}</span>;
  }
  const total = query.data?.page.total;
  if (typeof total !== 'number') return <span aria-hidden="true">…</span>;
  return (
    <>
      {formatCount(total)}
      {query.data?.page.total_capped ? '+' : ''}
    </>
  );
}

/** A figure that opens the list it counts. */
export function Tile({ label, hint, path, search, query }: Props) {
  const router = useRouter();
  const { href } = router.buildLocation({ to: path, search });
  return (
    <AppLink href={href} className="zd-tile zd-panel">
      <span className="zd-tile-label">{label}</span>
      <span className="zd-tile-figure">
        <Figure query={query} />
      </span>
      <span className="zd-muted">{hint}</span>
    </AppLink>
  );
}
