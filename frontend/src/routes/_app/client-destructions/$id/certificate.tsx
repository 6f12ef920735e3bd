import { createFileRoute } from '@tanstack/react-router';
import { CertificatePage } from '@/features/destructions/public';

export const Route = createFileRoute('/_app/client-destructions/$id/certificate')({
  staticData: { page: 'clientDestructions', permission: 'client-destruction.read' },
  component: CertificatePage,
});
