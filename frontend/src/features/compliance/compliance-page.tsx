import { DownloadOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '@/features/handbook/public';
import { saveFile } from '@/shared/api/download';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import { DateSpan } from '@/shared/ui/values/values';
import { daysAsked } from './asked';
import { departures, duties, isCounted, sheetOf } from './columns';
import { Controls } from './controls';
import { csvOf } from './csv';
import { EvidenceButton } from './evidence-button';
import { type Line, useCompliance } from './queries';
import { RuleTable } from './rule-table';
import type { ComplianceSearch } from './search';

/** The figures of a file are those of the table; the rate is a number of percent. */
function useSheet() {
  const { t } = useTranslation('compliance');
  const words = useWords();
  const heads = [
    t('column.rule'),
    t('column.title'),
    t('module'),
    ...duties.map((name) => t(`column.${name}`)),
    t('ratePercent'),
    ...departures.map((name) => t(`column.${name}`)),
  ];
  return (lines: readonly Line[]) => csvOf(sheetOf(lines, { heads, module: words.module }));
}

/** How the rules of the handbook were kept over some days: what fell due, what was refused, what was let off. */
export function CompliancePage() {
  const { t } = useTranslation('compliance');
  const search: ComplianceSearch = useSearch({ from: '/_app/compliance' });
  const navigate = useNavigate();
  const sheet = useSheet();
  const days = daysAsked(search);
  const asked = { ...days, department_id: search.department_id };
  const report = useCompliance({ ...asked, module: search.module });
  const change = (patch: ComplianceSearch) =>
    navigate({ to: '/compliance', search: { ...search, ...patch }, replace: true });
  const lines = (report.data?.items ?? []).filter((line) => search.all || isCounted(line));
  const save = () =>
    saveFile(
      new Blob([sheet(lines)], { type: 'text/csv;charset=utf-8' }),
      `compliance-${days.from}-${days.to}.csv`,
    );
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('title')}</h1>
        <div className="zd-row">
          <EvidenceButton asked={asked} />
          <Button
            icon={<DownloadOutlined aria-hidden />}
            // While other days are read, the figures of those before stand there.
            disabled={lines.length === 0 || report.isPlaceholderData}
            onClick={save}
          >
            {t('download')}
          </Button>
        </div>
      </div>
      <Controls search={search} onChange={change} />
      <QueryGate query={report}>
        {() => (
          <div aria-busy={report.isPlaceholderData}>
            <p className="zd-muted zd-compliance-hint">
              <DateSpan from={days.from} to={days.to} /> · {t('hint')}
            </p>
            {lines.length > 0 ? (
              <RuleTable lines={lines} asked={asked} open={search.rule} onOpen={(rule) => change({ rule })} />
            ) : (
              <EmptyState title={t('none')} hint={t('noneHint')} />
            )}
          </div>
        )}
      </QueryGate>
    </div>
  );
}
