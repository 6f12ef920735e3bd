import { useTranslation } from 'react-i18next';
import { daysFromToday, today } from '@/shared/format/date';
import { Tile } from './tile';

const verificationHorizonDays = 14;

/** Of one's own clients, or of all in reach for those who keep or verify the whole archive (A-CLI-10). */
export function ClientTiles({ owner }: { owner: string | null }) {
  const { t } = useTranslation('workbench');
  const whose = owner === null ? {} : { owner_id: owner };
  const reach = owner === null ? 'archive' : 'own';
  return (
    <>
      <Tile
        label={t('overdue.label')}
        hint={t(`overdue.${reach}`)}
        path="/clients"
        search={{ ...whose, verification_due_before: today() }}
      />
      <Tile
        label={t('due.label')}
        hint={t(`due.${reach}`, { count: verificationHorizonDays })}
        path="/clients"
        search={{ ...whose, verification_due_before: daysFromToday(verificationHorizonDays) }}
      />
      <Tile
        label={t('incomplete.label')}
        hint={t(`incomplete.${reach}`)}
        path="/clients"
        search={{ ...whose, completeness_max: 99 }}
      />
    </>
  );
}

/** What waits for this person's decision, their own and what was lent to them: the inbox shows what is open. */
export function ApprovalTile() {
  const { t } = useTranslation('workbench');
  return <Tile label={t('approvals.label')} hint={t('approvals.hint')} path="/approvals" search={{}} />;
}

/** What the managers have told this person to do about client files, and what of it is late (A-CLI-04). */
export function InstructionTiles({ me }: { me: string }) {
  const { t } = useTranslation('workbench');
  const open = { given_to: me, state: 'OPEN' };
  return (
    <>
      <Tile
        label={t('instructions.label')}
        hint={t('instructions.hint')}
        path="/client-instructions"
        search={open}
      />
      <Tile
        label={t('lateInstructions.label')}
        hint={t('lateInstructions.hint')}
        path="/client-instructions"
        search={{ ...open, due_before: today() }}
      />
    </>
  );
}

/** What was handed in and is still open: one that was taken in, returned or withdrawn asks for nothing more. */
export function SubmissionTile({ me }: { me: string }) {
  const { t } = useTranslation('workbench');
  return (
    <Tile
      label={t('submissions.label')}
      hint={t('submissions.hint')}
      path="/client-submissions"
      search={{ submitted_by: me, state: 'PENDING' }}
    />
  );
}

export function PendingTile() {
  const { t } = useTranslation('workbench');
  return (
    <Tile
      label={t('pending.label')}
      hint={t('pending.hint')}
      path="/client-submissions"
      search={{ state: 'PENDING' }}
    />
  );
}

/** What was approved and waits for whoever keeps the archive (A-BOR-03). */
export function LoanTile() {
  const { t } = useTranslation('workbench');
  return (
    <Tile
      label={t('loans.label')}
      hint={t('loans.hint')}
      path="/client-loans"
      search={{ state: 'APPROVED' }}
    />
  );
}

export function NotificationTile() {
  const { t } = useTranslation('workbench');
  return (
    <Tile label={t('unread.label')} hint={t('unread.hint')} path="/notifications" search={{ unread: true }} />
  );
}
