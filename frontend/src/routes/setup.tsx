import { createFileRoute } from '@tanstack/react-router';
import { SetupPage } from '@/features/session/public';

export const Route = createFileRoute('/setup')({ component: SetupPage });
