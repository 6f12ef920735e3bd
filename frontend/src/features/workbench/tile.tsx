import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { type CountedList, useCount } from '@/shared/api/use-count';
import { formatCount } from '@/shared/format/count';
import { AppLink } from '@/shared/ui/navigation/record-link';
import './workbench.css';

type Question = { path: CountedList; search: Record<string, unknown> };

function Problem({ error }: { error: unknown }) {
  const { t } = useTranslation('problems');
  const problem = asProblem(error);
  const problemText = t(problem.code as 'INTERNAL', { replace: problem.params });
  return <span className="zd-tile-problem">{problemText}</span>;
}

type FigureProps = { label: string; hint: string; href: string; figure: string | null; error: unknown };

/** A figure, or why there is none, and the list behind it. */
export function FigureTile({ label, hint, href, figure, error }: FigureProps) {
  return (
    <AppLink href={href} className="zd-tile zd-panel">
      <span className="zd-tile-label">{label}</span>
      <span className="zd-tile-figure">
        {error ? <Problem error={error} /> : (figure ?? <span aria-hidden="true">…</span>)}
      </span>
      <span className="zd-muted">{hint}</span>
    </AppLink>
  );
}

/** A figure that opens the list it counts. */
export function Tile({ label, hint, path, search }: Question & { label: string; hint: string }) {
  const router = useRouter();
  const { href } = router.buildLocation({ to: path, search });
  const count = useCount(path, search);
  const total = count.data?.page.total;
  const figure =
    typeof total === 'number' ? `${formatCount(total)}${count.data?.page.total_capped ? '+' : ''}` : null;
  return <FigureTile label={label} hint={hint} href={href} figure={figure} error={count.error} />;
}
