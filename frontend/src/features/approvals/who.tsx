import { useTranslation } from 'react-i18next';
import { usePersonName } from '@/shared/ui/pickers/names';
import type { Flow, Step } from './flows/queries';

type Props = Pick<Flow, 'people'> & {
  approver: Step['approver'];
  roles: readonly { code: string; name: string }[];
};

function PersonName({ id, people }: { id: string; people: Props['people'] }) {
  const known = people.find((one) => one.id === id)?.name;
  const found = usePersonName(known ? null : id);
  return <li>{known ?? found ?? id}</li>;
}

/** Whom a step names: holders of a role, somebody above the requester, or people by name. */
export function Who({ approver, people, roles }: Props) {
  const { t } = useTranslation('approvals');
  const { by, role, levels = 1, people: named = [], within = 'ANYWHERE' } = approver;
  switch (by) {
    case 'ROLE':
      return (
        <>
          <p>{t('who.ROLE', { role: roles.find(({ code }) => code === role)?.name ?? role ?? '' })}</p>
          {within === 'ANYWHERE' ? null : <p className="zd-muted">{t(`within.${within}`)}</p>}
        </>
      );
    case 'SUPERIOR':
      return <p>{levels === 1 ? t('who.SUPERIOR') : t('who.SUPERIOR_UP', { count: levels })}</p>;
    case 'DEPARTMENT_HEAD':
      return <p>{t('who.DEPARTMENT_HEAD')}</p>;
    case 'PEOPLE':
      return (
        <ul aria-label={t('by.PEOPLE')}>
          {named.map((id) => (
            <PersonName key={id} id={id} people={people} />
          ))}
        </ul>
      );
  }
}
