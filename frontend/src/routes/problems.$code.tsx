import { createFileRoute } from '@tanstack/react-router';
import { ProblemPage } from '@/features/problems/public';

export const Route = createFileRoute('/problems/$code')({ component: ProblemPage });
