import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';

/** The boundary around every page: one page fails, the shell and the way out stay. */
export default function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    router.invalidate();
  };
  return (
    <div className="zd-page">
      <ProblemAlert error={error} onRetry={retry} />
    </div>
  );
}
