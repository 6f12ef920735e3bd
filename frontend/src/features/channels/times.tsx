import { Input, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSystemInfo } from '@/features/session/public';
import '@/shared/ui/record-form/record-form.css';
import { type Faults, passesMidnight, type Quiet, quietAgain, type Values } from './choices';
import type { Settings } from './queries';

type ClockProps = {
  id: string;
  label: string;
  value: string;
  fault?: ReactNode;
  describedBy?: string;
  onChange: (value: string) => void;
};

function Clock({ id, label, value, fault, describedBy, onChange }: ClockProps) {
  return (
    <div className="zd-clock">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="time"
        value={value}
        status={fault ? 'error' : undefined}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? describedBy : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

function Fault({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="zd-fault">
      {children}
    </p>
  );
}

type QuietProps = { settings: Settings; values: Values; faults: Faults; onChange: (values: Values) => void };

function QuietHours({ settings, values, faults, onChange }: QuietProps) {
  const { t } = useTranslation('channels');
  const { quiet } = values;
  const set = (next: Quiet | null) => onChange({ ...values, quiet: next });
  const fault = faults.quiet ? t(`quiet.fault.${faults.quiet}`) : null;
  const clock = (end: 'from' | 'to', shown: Quiet) => (
    <Clock
      id={`quiet-${end}`}
      label={t(`quiet.${end}`)}
      value={shown[end]}
      fault={fault}
      describedBy="quiet-fault"
      onChange={(value) => set({ ...shown, [end]: value })}
    />
  );
  return (
    <fieldset className="zd-choice">
      <legend>{t('quiet.title')}</legend>
      <div className="zd-row zd-clocks">
        <span className="zd-row zd-switch-row">
          <Switch
            id="quiet-on"
            checked={quiet !== null}
            aria-labelledby="quiet-on-label"
            onChange={(isOn) => set(isOn ? quietAgain(settings) : null)}
          />
          <label id="quiet-on-label" htmlFor="quiet-on">
            {t('quiet.on')}
          </label>
        </span>
        {quiet ? (
          <>
            {clock('from', quiet)}
            {clock('to', quiet)}
            {passesMidnight(quiet) ? <span className="zd-muted">{t('quiet.nextDay')}</span> : null}
          </>
        ) : null}
      </div>
      {fault ? <Fault id="quiet-fault">{fault}</Fault> : null}
      <p className="zd-muted">{t('quiet.hint')}</p>
    </fieldset>
  );
}

/** When the digest goes out, and when nothing does. */
export function TimesPanel(props: QuietProps) {
  const { t } = useTranslation('channels');
  const system = useSystemInfo();
  const { values, faults, onChange } = props;
  const fault = faults.digest ? t('digest.fault') : null;
  const zone = system.data?.time_zone;
  return (
    <section className="zd-form-section" aria-labelledby="times">
      <h2 id="times">{t('times')}</h2>
      {zone ? <p className="zd-muted">{t('zone', { zone })}</p> : null}
      <div className="zd-choice">
        <Clock
          id="digest-at"
          label={t('digest.at')}
          value={values.digest_at}
          fault={fault}
          describedBy="digest-fault"
          onChange={(value) => onChange({ ...values, digest_at: value })}
        />
        {fault ? <Fault id="digest-fault">{fault}</Fault> : null}
        <p className="zd-muted">{t('digest.hint')}</p>
      </div>
      <QuietHours {...props} />
    </section>
  );
}
