import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientsPicker, PeoplePicker } from '@/features/clients/public';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import { type Chosen, peopleOf } from './mapping';
import { kinds } from './words';

const mostFiles = 50;
const mostPeople = 20;

type PickerProps = { id?: string; value?: Chosen[] | null; onChange?: (people: Chosen[]) => void };

function PartiesPicker({ id, value, onChange }: PickerProps) {
  const { t } = useTranslation('incidents');
  return (
    <PeoplePicker
      id={id}
      aria-label={t('parties')}
      max={mostPeople}
      value={value ?? []}
      onChange={(people) => onChange?.(people)}
    />
  );
}

/** The facts, the files, and of each party what they did and who stands above them (A-BOR-05). */
export function useIncidentSections(values: Values, withReason: boolean): Section[] {
  const { t } = useTranslation(['incidents', 'common']);
  // The sections hang on whom they are about, not on what is being typed there.
  const about = JSON.stringify(peopleOf(values).map(({ value, label }) => ({ value, label })));
  return useMemo(() => {
    const joined = (value: unknown) =>
      (value as Chosen[]).map(({ label }) => label).join(t('common:value.separator'));
    const reason: Field = {
      kind: 'long-text',
      name: 'reason',
      label: t('amend.reason'),
      required: true,
      max: 500,
    };
    const facts: Field[] = [
      {
        kind: 'choice',
        name: 'kind',
        label: t('kind'),
        required: true,
        options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
      },
      { kind: 'date', name: 'occurred_on', label: t('occurredOn'), required: true },
      { kind: 'long-text', name: 'what_happened', label: t('whatHappened'), required: true, max: 4000 },
      {
        kind: 'custom',
        name: 'files',
        label: t('files'),
        help: t('filesHelp'),
        wide: true,
        control: <ClientsPicker max={mostFiles} />,
        show: joined,
      },
      {
        kind: 'custom',
        name: 'people',
        label: t('parties'),
        help: t('partiesHelp'),
        required: true,
        wide: true,
        control: <PartiesPicker />,
        show: joined,
      },
    ];
    const told = (JSON.parse(about) as Chosen[]).map(
      ({ value, label }): Section => ({
        id: `party-${value}`,
        title: label,
        fields: [
          { kind: 'long-text', name: `told.${value}.deed`, label: t('deed'), required: true, max: 2000 },
          {
            kind: 'person',
            name: `told.${value}.superior_id`,
            label: t('superior'),
            help: t('superiorHelp'),
          },
        ],
      }),
    );
    const why: Section = { id: 'why', title: t('amend.why'), fields: [reason] };
    return [{ id: 'facts', title: t('facts'), fields: facts }, ...told, ...(withReason ? [why] : [])];
  }, [t, about, withReason]);
}
