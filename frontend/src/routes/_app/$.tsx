import { createFileRoute } from '@tanstack/react-router';
import { NotFound } from '@/app/shell/not-found';

/** Every address that no page has: told inside the shell, so that a slip throws nobody out of it. */
export const Route = createFileRoute('/_app/$')({
  staticData: { page: 'notFound' },
  component: NotFound,
});
