import { createFileRoute } from '@tanstack/react-router';
import { SignInPage } from '@/features/session/public';

export const Route = createFileRoute('/sign-in')({
  validateSearch: (raw: Record<string, unknown>): { to?: string } =>
    // Only a path of this application: an address of another site must not be reachable through sign-in.
    typeof raw.to === 'string' && /^\/(?![/\\])/.test(raw.to) ? { to: raw.to } : {},
  component: Page,
});

function Page() {
  const { to } = Route.useSearch();
  return <SignInPage returnTo={to ?? '/'} />;
}
