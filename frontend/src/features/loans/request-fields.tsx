import { Checkbox } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import type { Field, Section } from '@/shared/ui/record-form/fields';
import { KindChoice } from './kind-choice';
import type { LoanRow } from './queries';

type BoxProps = { id?: string; value?: boolean | null; onChange?: (given: true | null) => void };

/** One that is not ticked is no answer: the form asks for it, as for any field left empty. */
function UndertakingBox({ id, value, onChange }: BoxProps) {
  const { t } = useTranslation('loans');
  return (
    <Checkbox
      id={id}
      checked={value === true}
      onChange={({ target }) => onChange?.(target.checked ? true : null)}
    >
      {t('undertakingText')}
    </Checkbox>
  );
}

/** Given with the request (A-BOR-04). */
function useUndertakingField(): Field {
  const { t } = useTranslation('loans');
  return useMemo(
    () => ({
      kind: 'custom',
      name: 'undertaking',
      label: t('undertaking'),
      required: true,
      missing: t('undertakingMissing'),
      wide: true,
      help: <ClauseList clauses={[{ id: 'A-BOR-04' }]} />,
      control: <UndertakingBox />,
      show: () => t('undertaken'),
    }),
    [t],
  );
}

/** What is asked for, and to what end; only a loan ends on a day. */
export function useRequestSections(title: string, kind: unknown, withUndertaking: boolean): Section[] {
  const { t } = useTranslation('loans');
  const mayBorrow = useCan()('client-loan.borrow');
  const undertaking = useUndertakingField();
  const isLoan = kind === 'LOAN';
  return useMemo(() => {
    const dueOn: Field = {
      kind: 'date',
      name: 'due_on',
      label: t('dueOn'),
      required: true,
      help: t('dueHelp'),
    };
    const fields: Field[] = [
      {
        kind: 'custom',
        name: 'kind',
        label: t('kind'),
        required: true,
        wide: true,
        control: <KindChoice mayBorrow={mayBorrow} />,
        show: (value) => t(`kinds.${value as LoanRow['kind']}`),
      },
      ...(isLoan ? [dueOn] : []),
      {
        kind: 'long-text',
        name: 'wanted',
        label: t('wanted'),
        required: true,
        max: 1000,
        help: t('wantedHelp'),
      },
      { kind: 'long-text', name: 'purpose', label: t('purpose'), required: true, max: 1000 },
      ...(withUndertaking ? [undertaking] : []),
    ];
    return [{ id: 'request', title, fields }];
  }, [t, title, mayBorrow, isLoan, undertaking, withUndertaking]);
}
