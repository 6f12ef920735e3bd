import { RecordLink } from '@/shared/ui/navigation/record-link';
import { PlainText } from '@/shared/ui/values/values';

type Props = { type: string; to: { id: string; name: string } | null | undefined };

/** Another record by its name, or that there is none. */
export function RefLink({ type, to }: Props) {
  if (!to) return <PlainText value={null} />;
  return (
    <RecordLink type={type} id={to.id}>
      {to.name}
    </RecordLink>
  );
}
