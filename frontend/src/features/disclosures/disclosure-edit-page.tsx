import { useNavigate, useParams } from '@tanstack/react-router';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import type { Values } from '@/shared/ui/record-form/fields';
import { RecordForm } from '@/shared/ui/record-form/record-form';
import { formValues, inputOf, laidOver, placeOf } from './mapping';
import {
  changeDisclosure,
  type Disclosure,
  readDisclosure,
  useDisclosure,
  useDisclosuresChanged,
} from './queries';
import { useRequestSections } from './request-sections';
import './disclosures.css';

/** Whoever asked puts it right; what is under approval is approved from the beginning. */
export function DisclosureEditForm({ disclosure, done }: { disclosure: Disclosure; done: () => void }) {
  const { t } = useTranslation('disclosures');
  const { message } = App.useApp();
  const changed = useDisclosuresChanged();
  const [first] = useState(disclosure);
  const [begun] = useState(() => formValues(first));
  // What the changes are laid over: what was read last.
  const base = useRef(begun);
  const [values, setValues] = useState<Values>(begun);
  const sections = useRequestSections(t('asked'), values);
  return (
    <>
      {first.state === 'REQUESTED' ? (
        <p className="zd-warning zd-form-said" role="note">
          {t('change.anew')}
        </p>
      ) : null}
      <RecordForm
        label={t('change.action')}
        sections={sections}
        initial={begun}
        target={{
          mode: 'CHANGE',
          version: first.version,
          save: async (patch: Values, version) => {
            const input = inputOf(laidOver(base.current, patch));
            try {
              await changeDisclosure(first.id, version, input);
            } catch (error) {
              const ids = input.files.map(({ client_id }) => client_id);
              throw asProblem(error).pointingAt((pointer) => placeOf(pointer, ids));
            }
            message.success(t('saved'));
            await changed();
          },
          latest: async () => {
            const latest = await readDisclosure(first.id);
            base.current = formValues(latest);
            return { values: base.current, version: latest.version };
          },
        }}
        onSaved={done}
        onCancel={done}
        onValues={setValues}
      />
    </>
  );
}

export function DisclosureEditPage() {
  const { t } = useTranslation('disclosures');
  const { id } = useParams({ from: '/_app/client-disclosures/$id/edit' });
  const navigate = useNavigate();
  const disclosure = useDisclosure(id);
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('change.action')}</h1>
      <QueryGate query={disclosure}>
        {(found) => (
          <DisclosureEditForm
            key={found.id}
            disclosure={found}
            done={() => navigate({ to: '/client-disclosures/$id', params: { id } })}
          />
        )}
      </QueryGate>
    </div>
  );
}
