import { useDepartmentName, usePersonName, useSiteName } from '@/shared/ui/pickers/names';
import { useClient } from '../queries';
import type { NamedField } from './told-changes';

type Props = { id: string };

function PersonName({ id }: Props) {
  return <>{usePersonName(id)}</>;
}

function DepartmentName({ id }: Props) {
  return <>{useDepartmentName(id)}</>;
}

function SiteName({ id }: Props) {
  return <>{useSiteName(id)}</>;
}

function ClientName({ id }: Props) {
  return <>{useClient(id).data?.name}</>;
}

const names = {
  owner_id: PersonName,
  department_id: DepartmentName,
  site_id: SiteName,
  merged_into_id: ClientName,
} satisfies Record<NamedField, unknown>;

/** What the trail keeps by its id, by its name; nothing while it is not known, or out of reach. */
export function NameOf({ field, id }: { field: NamedField; id: string }) {
  const Name = names[field];
  return <Name id={id} />;
}
