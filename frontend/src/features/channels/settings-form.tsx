import { Button } from 'antd';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { allFields, type Section } from '@/shared/ui/record-form/fields';
import { LeaveGuard } from '@/shared/ui/record-form/leave-guard';
import { sameValue, valueAt } from '@/shared/ui/record-form/merge';
import '@/shared/ui/record-form/record-form.css';
import { StaleDialog } from '@/shared/ui/record-form/stale-dialog';
import { type Done, useSave } from '@/shared/ui/record-form/use-save';
import { type Choice, faultsOf, patchOf, placeOf, type Quiet, type Values, valuesOf } from './choices';
import { KindPanel } from './kinds';
import { type Settings, useChangeSettings } from './queries';
import { TimesPanel } from './times';

/** The same words for both sides of a stale save. */
function useSections(settings: Settings): Section[] {
  const { t } = useTranslation('channels');
  return useMemo(() => {
    const quiet = (value: unknown) => (value ? t('quiet.span', value as Quiet) : t('quiet.off'));
    const choice = (value: unknown) => {
      const { mail, webhook } = value as Choice;
      return webhook ? t('kinds.both', { mail: t(`choice.${mail}`) }) : t(`choice.${mail}`);
    };
    return [
      {
        id: 'times',
        title: t('times'),
        fields: [
          { kind: 'custom', name: 'digest_at', label: t('digest.at'), control: null, show: String },
          { kind: 'custom', name: 'quiet', label: t('quiet.title'), control: null, show: quiet },
        ],
      },
      {
        id: 'kinds',
        title: t('kinds.title'),
        fields: settings.kinds.map(({ kind, name }) => ({
          kind: 'custom' as const,
          name: placeOf(kind),
          label: name,
          control: null,
          show: choice,
        })),
      },
    ];
  }, [t, settings.kinds]);
}

type Props = {
  settings: Settings;
  /** Whoever may have webhooks of their own says here what goes to them. */
  withWebhooks: boolean;
  /** It stands there anew after a save: the focus stays where it was. */
  isAgain: boolean;
  onSaved: () => void;
};

export function SettingsForm({ settings, withWebhooks, isAgain, onSaved }: Props) {
  const { t } = useTranslation(['channels', 'common']);
  const form = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const sections = useSections(settings);
  // What the form began with, and with each merge what was last seen of the service.
  const [begun] = useState(settings);
  const seen = useRef(settings);
  const initial = useMemo(() => valuesOf(begun), [begun]);
  const [values, setValues] = useState(initial);
  const [isTried, setTried] = useState(false);
  const isLeaving = useRef(false);
  const { change, latest } = useChangeSettings();
  const save = useSave<Settings>(sections, initial, {
    mode: 'CHANGE',
    version: begun.version,
    save: (patch: Partial<Values>, version) => change(patchOf(seen.current, patch), version),
    latest: async () => {
      seen.current = await latest();
      return { values: valuesOf(seen.current), version: seen.current.version };
    },
  });
  useEffect(() => {
    if (isAgain) button.current?.focus();
  }, [isAgain]);
  const faults = isTried ? faultsOf(values) : {};
  const finish = (done: Done<Settings> | null) => {
    if (!done) return;
    isLeaving.current = true;
    onSaved();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const wrong = faultsOf(values);
    if (wrong.digest || wrong.quiet) {
      const first = wrong.digest ? 'digest-at' : 'quiet-from';
      const field = form.current?.querySelector<HTMLElement>(`#${first}`);
      field?.focus();
      // Not under the buttons, which stay at the foot of the window.
      field?.scrollIntoView?.({ block: 'center' });
      return;
    }
    finish(await save.submit(values));
  };
  const isDirty = () =>
    !isLeaving.current &&
    allFields(sections).some(({ name }) => !sameValue(valueAt(initial, name), valueAt(values, name)));
  return (
    <form ref={form} className="zd-form" aria-label={t('title')} noValidate onSubmit={submit}>
      {save.problem ? <ProblemAlert error={save.problem} /> : null}
      <TimesPanel settings={begun} values={values} faults={faults} onChange={setValues} />
      <KindPanel channels={begun.kinds} values={values} withWebhooks={withWebhooks} onChange={setValues} />
      <div className="zd-form-foot">
        <span className="zd-muted">{isDirty() ? t('unsaved') : null}</span>
        <Button ref={button} type="primary" htmlType="submit" loading={save.isSaving}>
          {t('common:action.save')}
        </Button>
      </div>
      <LeaveGuard isDirty={isDirty} />
      {save.stale ? (
        <StaleDialog
          conflicts={save.stale.conflicts}
          onDecide={async (theirs) => finish(await save.decide(theirs))}
          onCancel={save.giveUp}
        />
      ) : null}
    </form>
  );
}
