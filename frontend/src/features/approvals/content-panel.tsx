import { useTranslation } from 'react-i18next';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { Facts } from '@/shared/ui/values/facts';
import '@/shared/ui/values/plain-table.css';
import './approvals.css';
import { ContentValue, fieldsOf, useContentField } from './content';
import type { Approval } from './queries';

/** What was submitted, as it was when it was submitted. */
export function ContentPanel({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const { subject_kind: kind, content } = approval;
  const word = useContentField(kind);
  const values: Record<string, unknown> = content;
  return (
    <section className="zd-panel zd-inset zd-approval-block" aria-labelledby="content">
      <h2 id="content">{t('page.content')}</h2>
      <Facts
        items={fieldsOf(kind, values).map((field) => ({
          label: word(field),
          value: <ContentValue kind={kind} field={field} value={values[field]} />,
          wide: String(values[field] ?? '').length > 24,
        }))}
      />
      <Changes approval={approval} />
    </section>
  );
}

/** What differs from the version before, which somebody may have approved. */
function Changes({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const { subject_kind: kind, changes, previous_id } = approval;
  const word = useContentField(kind);
  if (changes.length === 0 && !previous_id) return null;
  return (
    <>
      {changes.length > 0 ? (
        <div className="zd-plain-frame">
          <table className="zd-plain-table">
            <caption>{t('page.changes')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('page.field')}</th>
                <th scope="col">{t('page.before')}</th>
                <th scope="col">{t('page.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{word(field)}</th>
                  <td>
                    <ContentValue kind={kind} field={field} value={before} />
                  </td>
                  <td>
                    <ContentValue kind={kind} field={field} value={after} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {previous_id ? <AppLink href={`/approvals/${previous_id}`}>{t('page.previous')}</AppLink> : null}
    </>
  );
}
