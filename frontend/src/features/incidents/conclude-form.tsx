import { App } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { ClauseList } from '@/shared/ui/feedback/clause-list';
import type { Field, Section, Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { concludedValues, conclusionOf, followedOf, followedPlace } from './mapping';
import { concludeIncident, type Incident, useIncidentsChanged } from './queries';
import { measures } from './words';

/** What follows for each party and each superior: a fine has an amount, and nothing follows only for a reason. */
function useSections(incident: Incident, values: Values): Section[] {
  const { t } = useTranslation('incidents');
  const { parties } = incident;
  const chosen = JSON.stringify(
    parties.map(({ person: { id } }) => {
      const { measure, leadership } = followedOf(values, id);
      return [measure, leadership];
    }),
  );
  return useMemo(() => {
    const options = measures.map((value) => ({ value, label: t(`measures.${value}`) }));
    const each = JSON.parse(chosen) as [string | null, string | null][];
    const sections = parties.map(({ person, superior }, at): Section => {
      const [measure, leadership] = each[at] ?? [null, null];
      const named = (name: string) => `followed.${person.id}.${name}`;
      const fine = (name: string, label: string): Field[] => [
        { kind: 'money', name: named(name), label, required: true },
      ];
      return {
        id: `party-${person.id}`,
        title: t('conclude.of', { person: person.name, superior: superior.name }),
        fields: [
          {
            kind: 'choice',
            name: named('measure'),
            label: t('conclude.measure', person),
            required: true,
            options,
          },
          ...(measure === 'FINE' ? fine('fine', t('conclude.fine', person)) : []),
          {
            kind: 'long-text',
            name: named('measure_note'),
            label: t('conclude.note', person),
            help: measure === 'NONE' ? t('conclude.noneHelp') : undefined,
            required: measure === 'NONE',
            max: 1000,
          },
          {
            kind: 'choice',
            name: named('leadership'),
            label: t('conclude.leadership', superior),
            required: true,
            options,
          },
          ...(leadership === 'FINE' ? fine('leadership_fine', t('conclude.fine', superior)) : []),
          {
            kind: 'long-text',
            name: named('leadership_note'),
            label: t('conclude.leadershipNote', superior),
            required: true,
            max: 1000,
          },
        ],
      };
    });
    const remedy: Field = {
      kind: 'long-text',
      name: 'remedy',
      label: t('remedy'),
      required: true,
      max: 2000,
    };
    return [...sections, { id: 'remedy', title: t('conclude.remedied'), fields: [remedy] }];
  }, [t, parties, chosen]);
}

/** Concludes an incident (A-BOR-05). */
export function ConcludeForm({ incident, done }: { incident: Incident; done: () => void }) {
  const { t } = useTranslation('incidents');
  const { message } = App.useApp();
  const changed = useIncidentsChanged();
  // What was looked at is what is concluded: what somebody states meanwhile refuses it.
  const [first] = useState(incident);
  const [begun] = useState<Values>(() => concludedValues(first));
  const [values, setValues] = useState<Values>(begun);
  const sections = useSections(first, values);
  return (
    <>
      <div className="zd-form-said">
        <p>{t('conclude.hint')}</p>
        <ClauseList clauses={[{ id: 'A-BOR-05' }]} />
      </div>
      <RecordForm
        label={t('conclude.action')}
        sections={sections}
        initial={begun}
        target={{
          mode: 'CREATE',
          save: async (body: Values, key) => {
            try {
              await concludeIncident(first, conclusionOf(body, first), key);
            } catch (error) {
              throw asProblem(error).pointingAt((pointer) => followedPlace(pointer, first));
            }
            message.success(t('conclude.done'));
            await changed();
          },
        }}
        submitLabel={t('conclude.action')}
        danger
        onSaved={done}
        onCancel={done}
        onValues={setValues}
      />
    </>
  );
}
