import { useTranslation } from 'react-i18next';
import { RecordLink } from '../navigation/record-link';

type Clause = { id: string; title?: string | null };

/** 「依据 A-CLI-16《…》」: the handbook rules that a refusal or a figure rests on, each leading to its page. */
export function ClauseList({ clauses }: { clauses: readonly Clause[] }) {
  const { t } = useTranslation();
  if (clauses.length === 0) return null;
  return (
    <ul className="zd-clauses">
      {clauses.map(({ id, title }) => (
        <li key={id}>
          <RecordLink type="rule" id={id}>
            {title ? t('clause.titled', { id, title }) : t('clause.plain', { id })}
          </RecordLink>
        </li>
      ))}
    </ul>
  );
}
