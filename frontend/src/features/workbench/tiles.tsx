import { useTranslation } from 'react-i18next';
import { daysFromToday, today } from '@/shared/format/date';
import { useClientCount, useInstructionCount, useNotificationCount, useSubmissionCount } from './queries';
import { Tile } from './tile';

const verificationHorizonDays = 14;

/** Of one's own clients, or of all in reach for those who keep or verify the whole archive (A-CLI-10). */
export function ClientTiles({ owner }: { owner: string | null }) {
  const { t } = useTranslation('workbench');
  const whose = owner === null ? {} : { owner_id: owner };
  const reach = owner === null ? 'archive' : 'own';
  const overdue = { ...whose, verification_due_before: today() };
  const due = { ...whose, verification_due_before: daysFromToday(verificationHorizonDays) };
  const incomplete = { ...whose, completeness_max: 99 };
  const overdueCount = useClientCount(overdue);
  const dueCount = useClientCount(due);
  const incompleteCount = useClientCount(incomplete);
  return (
    <>
      <Tile
        label={t('overdue.label')}
        hint={t(`overdue.${reach}`)}
        path="/clients"
        search={overdue}
        query={overdueCount}
      />
      <Tile
        label={t('due.label')}
        hint={t(`due.${reach}`, { count: verificationHorizonDays })}
        path="/clients"
        search={due}
        query={dueCount}
      />
      <Tile
        label={t('incomplete.label')}
        hint={t(`incomplete.${reach}`)}
        path="/clients"
        search={incomplete}
        query={incompleteCount}
      />
    </>
  );
}

/** What the managers have told this person to do about client files, and what of it is late (A-CLI-04). */
export function InstructionTiles({ me }: { me: string }) {
  const { t } = useTranslation('workbench');
  const open = { given_to: me, state: 'OPEN' };
  const late = { ...open, due_before: today() };
  const openCount = useInstructionCount(open);
  const lateCount = useInstructionCount(late);
  return (
    <>
      <Tile
        label={t('instructions.label')}
        hint={t('instructions.hint')}
        path="/client-instructions"
        search={open}
        query={openCount}
      />
      <Tile
        label={t('lateInstructions.label')}
        hint={t('lateInstructions.hint')}
        path="/client-instructions"
        search={late}
        query={lateCount}
      />
    </>
  );
}

/** What was handed in and is still open: one that was taken in, returned or withdrawn asks for nothing more. */
export function SubmissionTile({ me }: { me: string }) {
  const { t } = useTranslation('workbench');
  const mine = { submitted_by: me, state: 'PENDING' };
  const count = useSubmissionCount(mine);
  return (
    <Tile
      label={t('submissions.label')}
      hint={t('submissions.hint')}
      path="/client-submissions"
      search={mine}
      query={count}
    />
  );
}

export function PendingTile() {
  const { t } = useTranslation('workbench');
  const pending = { state: 'PENDING' };
  const count = useSubmissionCount(pending);
  return (
    <Tile
      label={t('pending.label')}
      hint={t('pending.hint')}
      path="/client-submissions"
      search={pending}
      query={count}
    />
  );
}

export function NotificationTile() {
  const { t } = useTranslation('workbench');
  const count = useNotificationCount();
  return (
    <Tile
      label={t('unread.label')}
      hint={t('unread.hint')}
      path="/notifications"
      search={{ unread: true }}
      query={count}
    />
  );
}
