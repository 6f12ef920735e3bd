import { useMutation } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { AppLink } from '@/shared/ui/navigation/record-link';
import { FileButton } from '@/shared/ui/pickers/file-button';
import { isWithin, NumberInput } from '@/shared/ui/pickers/number-input';
import { Facts } from '@/shared/ui/values/facts';
import '@/shared/ui/values/plain-table.css';
import { Tag, type Tone } from '@/shared/ui/values/tag';
import { importYear, useCalendarChanged, type YearImport } from './queries';
import { firstYear, lastYear } from './search';
import { readYearFile, rowOfPointer, type YearFile } from './year-file';
import './calendar.css';

type YearInput = components['schemas']['CalendarYearInput'];
type Change = components['schemas']['DayChange'];

const tones: Record<Change, Tone> = {
  ADDED: 'ok',
  CHANGED: 'warning',
  WITHDRAWN: 'danger',
  UNCHANGED: 'neutral',
};

/** The rows that were refused; what is about no row is in the alert above. */
function RowFaults({ error }: { error: unknown }) {
  const { t } = useTranslation('calendar');
  const faults = asProblem(error).errors.flatMap(({ pointer, detail }) => {
    const place = rowOfPointer(pointer);
    return place ? [{ ...place, detail, pointer }] : [];
  });
  if (faults.length === 0) return null;
  return (
    <ul aria-label={t('import.faults')}>
      {faults.map(({ row, column, detail, pointer }) => (
        <li key={`${pointer}${detail}`}>{t('import.fault', { row, column, detail })}</li>
      ))}
    </ul>
  );
}

function Outcome({ outcome }: { outcome: YearImport }) {
  const { t } = useTranslation('calendar');
  return (
    <>
      <Facts
        items={(['added', 'changed', 'withdrawn', 'unchanged'] as const).map((name) => ({
          label: t(`import.figures.${name}`),
          value: String(outcome[name]),
        }))}
      />
      <div className="zd-plain-frame">
        <table className="zd-plain-table" aria-label={t('import.days')}>
          <thead>
            <tr>
              <th scope="col">{t('date')}</th>
              <th scope="col">{t('what')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('import.change')}</th>
            </tr>
          </thead>
          <tbody>
            {outcome.days.map(({ date, kind, name, change }) => (
              <tr key={date}>
                <th scope="row">{date}</th>
                <td>{t(`kind.${kind}`)}</td>
                <td>{name}</td>
                <td>
                  <Tag tone={tones[change]}>{t(`import.changes.${change}`)}</Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type FormProps = { onInput: (input: YearInput) => void; isChecking: boolean };

function ImportForm({ onInput, isChecking }: FormProps) {
  const { t } = useTranslation('calendar');
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [year, setYear] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const read = readYearFile(text);
  const isUnreadable = text.trim() !== '' && read === null;
  const take = (content: string) => {
    setText(content);
    const found: YearFile | null = readYearFile(content);
    if (found?.year) setYear(found.year);
  };
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    if (chosen) take(await chosen.text());
  };
  const isReady = read !== null && isWithin(year, firstYear, lastYear) && reason.trim() !== '';
  return (
    <form
      className="zd-panel zd-inset zd-stack"
      aria-label={t('import.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (read && isReady) onInput({ ...read, year, reason: reason.trim() });
      }}
    >
      <div className="zd-stack" style={{ gap: 4 }}>
        <FileButton label={t('import.choose')} file={file} onFile={choose} accept=".json,.csv,.txt" />
        <label htmlFor="year-text">{t('import.text')}</label>
        <Input.TextArea
          id="year-text"
          value={text}
          onChange={({ target }) => take(target.value)}
          autoSize={{ minRows: 5, maxRows: 14 }}
          aria-invalid={isUnreadable}
          aria-describedby="year-text-hint"
          spellCheck={false}
          style={{ fontFamily: 'var(--zd-mono)' }}
        />
        <p id="year-text-hint" className={isUnreadable ? 'zd-import-unreadable' : 'zd-muted'}>
          {isUnreadable ? t('import.unreadable') : t('import.textHint')}
        </p>
      </div>
      <div className="zd-row">
        <label htmlFor="year-figure">{t('import.year')}</label>
        <NumberInput id="year-figure" min={firstYear} max={lastYear} value={year} onChange={setYear} />
      </div>
      <div className="zd-stack" style={{ gap: 4 }}>
        <label htmlFor="year-reason">{t('import.reason')}</label>
        <Input
          id="year-reason"
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <div>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={isChecking}>
          {t('import.check')}
        </Button>
      </div>
    </form>
  );
}

function Checked({ input, outcome, onBack }: { input: YearInput; outcome: YearImport; onBack: () => void }) {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const changed = useCalendarChanged();
  const key = useRef(crypto.randomUUID());
  const running = useMutation({
    mutationFn: () => importYear(input, false, key.current),
    onSuccess: async () => {
      message.success(t('import.done', { year: input.year }));
      await changed();
    },
  });
  return (
    <section className="zd-panel zd-inset zd-stack" aria-labelledby="year-outcome">
      <h2 id="year-outcome">
        {running.data ? t('import.after', { year: input.year }) : t('import.before', { year: input.year })}
      </h2>
      <Outcome outcome={running.data ?? outcome} />
      {running.isError ? <ProblemAlert error={running.error} /> : null}
      <div className="zd-row">
        {running.data ? (
          <AppLink href={`/calendar?year=${input.year}`}>{t('import.show', { year: input.year })}</AppLink>
        ) : (
          <>
            <Button type="primary" loading={running.isPending} onClick={() => running.mutate()}>
              {t('import.run')}
            </Button>
            <Button onClick={onBack}>{t('import.back')}</Button>
          </>
        )}
      </div>
    </section>
  );
}

/** The announced holidays and make-up days of a year: looked at first, then taken in as a whole. */
export function CalendarImportPage() {
  const { t } = useTranslation('calendar');
  const checking = useMutation({
    mutationFn: (input: YearInput) => importYear(input, true, crypto.randomUUID()),
  });
  const isChecked = checking.data !== undefined && checking.variables !== undefined;
  return (
    <div className="zd-page zd-page-narrow">
      <AppLink href="/calendar">{t('back')}</AppLink>
      <h1>{t('import.title')}</h1>
      <p className="zd-muted">{t('import.hint')}</p>
      {/* Kept while its outcome is looked at, so that going back loses nothing. */}
      <div hidden={isChecked}>
        <ImportForm onInput={checking.mutate} isChecking={checking.isPending} />
      </div>
      {checking.isError ? (
        <div className="zd-stack">
          <ProblemAlert error={checking.error} />
          <RowFaults error={checking.error} />
        </div>
      ) : null}
      {checking.data && checking.variables ? (
        <Checked input={checking.variables} outcome={checking.data} onBack={checking.reset} />
      ) : null}
    </div>
  );
}
