import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { ChangeForm } from '../parts/change-form';
import { personValues, usePersonSections } from './person-fields';
import { changePerson, createPerson, type Person, readPerson, usePeopleChanged, usePerson } from './queries';

const initial: Values = { locale: 'zh-CN' };

export function PersonCreatePage() {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const changed = usePeopleChanged();
  const sections = usePersonSections();
  const open = useCallback(
    ({ id }: { id: string }) => {
      navigate({ to: '/people/$id', params: { id }, replace: true });
    },
    [navigate],
  );
  return (
    <div className="zd-page">
      <h1>{t('person.create')}</h1>
      <p className="zd-muted">{t('person.createHint')}</p>
      <RecordForm
        label={t('person.create')}
        sections={sections}
        initial={initial}
        target={{
          mode: 'CREATE',
          save: async (body: Parameters<typeof createPerson>[0], key) => {
            const made = await createPerson(body, key);
            await changed();
            return made;
          },
        }}
        draft={{ kind: 'person.create', key: 'new' }}
        submitLabel={t('person.createNow')}
        onSaved={open}
        onCancel={() => navigate({ to: '/people' })}
      />
    </div>
  );
}

function EditForm({ person }: { person: Person }) {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const changed = usePeopleChanged();
  const sections = usePersonSections(person);
  const { id } = person;
  const back = useCallback(
    () => navigate({ to: '/people/$id', params: { id }, replace: true }),
    [navigate, id],
  );
  return (
    <ChangeForm
      label={t('form.edit', { name: person.name })}
      sections={sections}
      row={person}
      valuesOf={personValues}
      read={() => readPerson(id)}
      save={async (patch: Parameters<typeof changePerson>[1], version) => {
        await changePerson(id, patch, version);
        await changed();
      }}
      draft={{ kind: 'person.edit', key: id }}
      onDone={back}
    />
  );
}

export function PersonEditPage() {
  const { t } = useTranslation('organisation');
  const { id } = useParams({ from: '/_app/people/$id/edit' });
  const person = usePerson(id);
  return (
    <div className="zd-page">
      <h1>{person.data ? t('form.edit', { name: person.data.name }) : t('action.edit')}</h1>
      <QueryGate query={person}>{(found) => <EditForm key={found.id} person={found} />}</QueryGate>
    </div>
  );
}
