import { createFileRoute } from '@tanstack/react-router';
import { ImportPage } from '@/features/clients/public';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

export const Route = createFileRoute('/_app/clients/import')({
  staticData: { page: 'clientImport', permission: 'client.import' },
  validateSearch: (raw: Record<string, unknown>): { check?: string; run?: string } => ({
    check: text(raw.check),
    run: text(raw.run),
  }),
  component: ImportPage,
});
