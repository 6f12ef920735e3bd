import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { RecordHeader } from '@/shared/ui/record/record-header';
import { Facts } from '@/shared/ui/values/facts';
import { Tag } from '@/shared/ui/values/tag';
import { TimeText } from '@/shared/ui/values/values';
import '../organisation.css';
import { MembersPanel } from '../parts/members-panel';
import { RefLink } from '../parts/ref-link';
import { DepartmentActions } from './department-actions';
import { type Department, useDepartment, useDepartments } from './queries';
import { pathTo } from './tree';

function Path({ department }: { department: Department }) {
  const { t } = useTranslation('organisation');
  const all = useDepartments(true);
  // That it stands at the top is in the record itself; a list that is not there yet says nothing.
  if (department.parent_id == null) return <>{t('department.top')}</>;
  return (
    <QueryGate query={all}>
      {({ items }) => (
        <ol className="zd-org-path">
          {pathTo(items, department.id)
            .filter(({ id }) => id !== department.id)
            .map(({ id, name }) => (
              <li key={id}>
                <RecordLink type="department" id={id}>
                  {name}
                </RecordLink>
              </li>
            ))}
        </ol>
      )}
    </QueryGate>
  );
}

function BelowPanel({ below }: { below: readonly Department[] }) {
  const { t } = useTranslation('organisation');
  if (below.length === 0) return null;
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="below">
      <h2 id="below">{t('department.belowTitle')}</h2>
      <ul className="zd-org-names">
        {below.map(({ id, name, closed }) => (
          <li key={id} className="zd-row">
            <RecordLink type="department" id={id}>
              {name}
            </RecordLink>
            {closed ? <Tag tone="warning">{t('department.closed')}</Tag> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DepartmentBody({ department }: { department: Department }) {
  const { t } = useTranslation('organisation');
  const router = useRouter();
  const all = useDepartments(true);
  return (
    <>
      <RecordHeader
        list="departments"
        id={department.id}
        listHref="/departments"
        goTo={(id) => router.history.push(`/departments/${id}`)}
        number={department.code}
        title={department.name}
        tags={department.closed ? <Tag tone="warning">{t('department.closed')}</Tag> : null}
        actions={<DepartmentActions department={department} />}
      />
      <section className="zd-panel zd-inset">
        <Facts
          items={[
            { label: t('department.parent'), value: <Path department={department} />, wide: true },
            { label: t('department.head'), value: <RefLink type="person" to={department.head} /> },
            { label: t('person.created'), value: <TimeText value={department.created_at} /> },
            { label: t('person.updated'), value: <TimeText value={department.updated_at} /> },
          ]}
        />
      </section>
      {all.isError && !all.data && department.parent_id == null ? (
        <ProblemAlert error={all.error} onRetry={() => all.refetch()} compact />
      ) : null}
      <BelowPanel below={all.data?.items.filter(({ parent_id }) => parent_id === department.id) ?? []} />
      <MembersPanel filter="department_id" id={department.id} />
    </>
  );
}

export function DepartmentPage() {
  const { id } = useParams({ from: '/_app/departments/$id/' });
  const department = useDepartment(id);
  return (
    <div className="zd-page">
      <QueryGate query={department}>
        {(found) => <DepartmentBody key={found.id} department={found} />}
      </QueryGate>
    </div>
  );
}
