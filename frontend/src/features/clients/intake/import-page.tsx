import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Radio, Steps } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFinished, type Job, useJob } from '@/features/jobs/public';
import { answer, api, idempotencyKey } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import '../clients.css';
import { download, formOf } from '@/shared/api/download';
import { FileButton } from '@/shared/ui/pickers/file-button';
import { ImportResult } from './import-result';

type Mode = components['schemas']['ImportMode'];
export type Sheet = { file: File; mode: Mode };

function startImport({ file, mode }: Sheet, dryRun: boolean, key: string) {
  return answer(
    api.POST('/api/v1/clients/actions/import', {
      params: { header: idempotencyKey(key) },
      // The generated type describes the parts of the form; the form itself is made here.
      body: { file: '' },
      bodySerializer: () => formOf({ mode, dry_run: String(dryRun), file }),
    }),
  );
}

function Templates() {
  const { t } = useTranslation('client-intake');
  const fetching = useMutation({
    mutationFn: (format: 'xlsx' | 'csv') =>
      download(`/api/v1/clients/import-template?format=${format}`, `client-import.${format}`),
  });
  return (
    <div className="zd-stack">
      <p>{t('import.templateHint')}</p>
      <div className="zd-row">
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button key={format} loading={fetching.isPending} onClick={() => fetching.mutate(format)}>
            {t('import.template', { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
      {fetching.isError ? <ProblemAlert error={fetching.error} /> : null}
    </div>
  );
}

type UploadProps = { onChecked: (sheet: Sheet, job: string) => void };

function UploadStep({ onChecked }: UploadProps) {
  const { t } = useTranslation('client-intake');
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<Mode>('ALL_OR_NOTHING');
  const checking = useMutation({
    mutationFn: (sheet: Sheet) => startImport(sheet, true, crypto.randomUUID()),
    onSuccess: ({ id }, sheet) => onChecked(sheet, id),
  });
  return (
    <form
      className="zd-stack"
      aria-label={t('import.upload')}
      onSubmit={(event) => {
        event.preventDefault();
        if (file) checking.mutate({ file, mode });
      }}
    >
      <Templates />
      <FileButton label={t('import.choose')} file={file} onFile={setFile} accept=".xlsx,.csv" />
      <fieldset className="zd-choice">
        <legend>{t('import.mode')}</legend>
        <Radio.Group
          value={mode}
          onChange={({ target }) => setMode(target.value)}
          options={(['ALL_OR_NOTHING', 'GOOD_ROWS'] as const).map((value) => ({
            value,
            label: t(`import.modes.${value}`),
          }))}
        />
      </fieldset>
      {checking.isError ? <ProblemAlert error={checking.error} /> : null}
      <div>
        <Button type="primary" htmlType="submit" disabled={!file} loading={checking.isPending}>
          {t('import.check')}
        </Button>
      </div>
    </form>
  );
}

/** After the check: how many rows would be kept, which would not and why, and the real run. */
function CheckStep({ sheet, job, onRun }: { sheet: Sheet | null; job: Job; onRun: (job: string) => void }) {
  const { t } = useTranslation('client-intake');
  const key = useRef(crypto.randomUUID());
  const running = useMutation({
    mutationFn: (checked: Sheet) => startImport(checked, false, key.current),
    onSuccess: ({ id }) => onRun(id),
  });
  const good = Number(job.result ? Reflect.get(job.result, 'good') : 0);
  return (
    <div className="zd-stack">
      <ImportResult job={job} isRehearsal />
      {running.isError ? <ProblemAlert error={running.error} /> : null}
      {isFinished(job) && sheet ? (
        <div>
          <Button
            type="primary"
            disabled={!(good > 0)}
            loading={running.isPending}
            onClick={() => running.mutate(sheet)}
          >
            {t('import.run', { count: good })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** From a spreadsheet to files: upload, check row by row, import, and take it back. */
export function ImportPage() {
  const { t } = useTranslation('client-intake');
  const navigate = useNavigate();
  const { check, run } = useSearch({ from: '/_app/clients/import' });
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const job = useJob(run ?? check ?? null);
  const step = run ? 2 : check ? 1 : 0;
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('import.title')}</h1>
        {step > 0 ? (
          <Button onClick={() => navigate({ to: '/clients/import', search: {} })}>{t('import.again')}</Button>
        ) : null}
      </div>
      <Steps
        size="small"
        current={step}
        items={[{ title: t('import.step1') }, { title: t('import.step2') }, { title: t('import.step3') }]}
      />
      <section className="zd-panel zd-block">
        {step === 0 ? (
          <UploadStep
            onChecked={(checked, id) => {
              setSheet(checked);
              navigate({ to: '/clients/import', search: { check: id } });
            }}
          />
        ) : (
          <QueryGate query={job}>
            {(found) =>
              run ? (
                <ImportResult job={found} isRehearsal={false} />
              ) : (
                <CheckStep
                  sheet={sheet}
                  job={found}
                  onRun={(id) => navigate({ to: '/clients/import', search: { run: id } })}
                />
              )
            }
          </QueryGate>
        )}
      </section>
    </div>
  );
}
