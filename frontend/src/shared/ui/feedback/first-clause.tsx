import { useTranslation } from 'react-i18next';
import { RecordLink } from '../navigation/record-link';
import { PlainText } from '../values/values';

/** In a list: the first rule, and how many more there are. All of them stand on the page of the record. */
export function FirstClause({ clauses }: { clauses: readonly { id: string }[] }) {
  const { t } = useTranslation();
  const [first, ...others] = clauses;
  if (!first) return <PlainText value={null} />;
  return (
    <>
      <RecordLink type="rule" id={first.id}>
        {first.id}
      </RecordLink>{' '}
      {others.length > 0 ? (
        <span className="zd-muted" title={others.map(({ id }) => id).join(' ')}>
          {t('clause.more', { count: others.length })}
        </span>
      ) : null}
    </>
  );
}
