import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { TimeText } from '@/shared/ui/values/values';
import '@/shared/ui/values/plain-table.css';
import { type Approval, type Task, useApproval } from './queries';

/** Those who agreed, in the order of the steps; what was sent back since does not count. */
function signedIn({ steps }: Approval): Task[] {
  return steps.flatMap(({ tasks }) => tasks.filter(({ counts, state }) => counts && state === 'APPROVED'));
}

function Signature({ task }: { task: Task }) {
  const { t } = useTranslation('approvals');
  const { person, decided_by, comment } = task;
  const isAnothers = decided_by && decided_by.id !== person.id;
  return (
    <tr>
      <th scope="row">{task.step_name}</th>
      <td>
        {person.name}
        {isAnothers ? <p>{t('course.decidedBy', { name: decided_by.name })}</p> : null}
        {comment ? <p className="zd-muted">{comment}</p> : null}
      </td>
      <td>
        <TimeText value={task.decided_at} />
      </td>
    </tr>
  );
}

/** Who signed an approval, for the record that it is about: on its page and on paper. */
export function Signatures({ id }: { id: string }) {
  const { t } = useTranslation('approvals');
  const approval = useApproval(id);
  return (
    <QueryGate query={approval}>
      {(found) => {
        const signed = signedIn(found);
        if (signed.length === 0) return <p className="zd-muted">{t('signatures.none')}</p>;
        return (
          <table className="zd-plain-table">
            <thead>
              <tr>
                <th scope="col">{t('signatures.step')}</th>
                <th scope="col">{t('signatures.by')}</th>
                <th scope="col">{t('signatures.at')}</th>
              </tr>
            </thead>
            <tbody>
              {signed.map((task) => (
                <Signature key={task.id} task={task} />
              ))}
            </tbody>
          </table>
        );
      }}
    </QueryGate>
  );
}
