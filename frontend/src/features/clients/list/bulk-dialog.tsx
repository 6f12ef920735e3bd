import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFinished, type Job, JobOutcomes, JobProgress, useJob } from '@/features/jobs/public';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import { queryText } from '@/shared/api/download';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { useFieldWord } from '@/shared/ui/record/field-words';
import type { Field, Values } from '@/shared/ui/record-form/fields';
import { SmallForm } from '@/shared/ui/record-form/small-form';
import {
  handOverFields,
  levelFields,
  tierFields,
  useActionWords,
  verifyFields,
} from '../record/action-fields';
import { serviceQuery } from '../search';
import type { Bulk } from './bulk';

type Input = { values: Values; key: string };

function bodyOf({ action, selection }: Bulk, input: Values, dryRun: boolean) {
  // Null stands for "not named by hand": the two ways to choose exclude each other.
  const chosen =
    selection.kind === 'IDS' ? { ids: selection.ids } : { filter: queryText(serviceQuery(selection.query)) };
  return { action, input: input as Record<string, never>, dry_run: dryRun, ...chosen };
}

function startBulk(bulk: Bulk, input: Values, dryRun: boolean, key: string) {
  return answer(
    api.POST('/api/v1/clients/actions/bulk', {
      headers: idempotencyKey(key),
      body: bodyOf(bulk, input, dryRun),
    }),
  );
}

function useInputFields(action: Bulk['action']): Field[] {
  const { t } = useTranslation('client-record');
  const words = useActionWords();
  return useMemo(() => {
    const reason: Field = {
      kind: 'long-text',
      name: 'reason',
      label: t('act.reason'),
      required: true,
      max: 500,
    };
    switch (action) {
      case 'HAND_OVER':
        return handOverFields(words);
      case 'VERIFY':
        return verifyFields(words);
      case 'CHANGE_TIER':
        return tierFields(words);
      case 'CHANGE_STATE':
        return [words.choose('state'), reason];
      case 'CLASSIFY':
        return levelFields(words);
    }
  }, [action, t, words]);
}

function Outcome({ job, isRehearsal }: { job: Job; isRehearsal: boolean }) {
  const { t } = useTranslation(['clients', 'jobs']);
  const label = useFieldWord('client');
  return (
    <>
      <JobProgress job={job} />
      <JobOutcomes
        job={job}
        words={{
          position: t('clients:bulk.position'),
          outcome: (outcome) =>
            isRehearsal ? t(`clients:bulk.rehearsed.${outcome}`) : t(`jobs:row.outcomeOf.${outcome}`),
          field: label,
        }}
      />
    </>
  );
}

type RehearsedProps = { bulk: Bulk; input: Input; rehearsal: string; onClose: () => void };

/** What would become of each file, and then, once it was looked at, what became of it. */
function Rehearsed({ bulk, input, rehearsal, onClose }: RehearsedProps) {
  const { t } = useTranslation('clients');
  const key = useRef(crypto.randomUUID());
  const running = useMutation({ mutationFn: () => startBulk(bulk, input.values, false, key.current) });
  const isRehearsal = !running.data;
  const job = useJob(running.data?.id ?? rehearsal);
  const isReady = isRehearsal && job.data !== undefined && isFinished(job.data);
  return (
    <div className="zd-stack">
      <h2>{isRehearsal ? t('bulk.rehearsal') : t('bulk.run')}</h2>
      <QueryGate query={job}>
        {(found) => <Outcome key={found.id} job={found} isRehearsal={isRehearsal} />}
      </QueryGate>
      {running.isError ? <ProblemAlert error={running.error} /> : null}
      <div className="zd-row">
        {isReady ? (
          <Button type="primary" loading={running.isPending} onClick={() => running.mutate()}>
            {t('bulk.carryOut')}
          </Button>
        ) : null}
        <Button onClick={onClose}>{isRehearsal ? t('bulk.giveUp') : t('bulk.close')}</Button>
      </div>
    </div>
  );
}

/** One act on many files: asked for, rehearsed file by file, then carried out. */
export default function BulkDialog({ bulk, onClose }: { bulk: Bulk; onClose: () => void }) {
  const { t } = useTranslation('clients');
  const fields = useInputFields(bulk.action);
  const [asked, setAsked] = useState<{ input: Input; rehearsal: string } | null>(null);
  const [isAsking, setAsking] = useState(true);
  return (
    <Modal
      open
      title={t(`bulk.action.${bulk.action}`)}
      footer={null}
      width={860}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {asked && !isAsking ? (
        <Rehearsed bulk={bulk} input={asked.input} rehearsal={asked.rehearsal} onClose={onClose} />
      ) : (
        <SmallForm
          label={t('bulk.preview')}
          fields={fields}
          save={async (values, key) => {
            const { id } = await startBulk(bulk, values, true, key);
            setAsked({ input: { values, key }, rehearsal: id });
          }}
          onDone={() => (asked ? setAsking(false) : onClose())}
        />
      )}
    </Modal>
  );
}
