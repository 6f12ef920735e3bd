import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '@/shared/ui/pickers/lazy-date-input';
import type { Level } from '../levels';
import type { SecrecyDraft } from './item-secrecy';
import { useSecrecyOptions } from './secrecy-fields';
import './secrecy-part.css';

type Props = {
  ofFile: Level;
  value: SecrecyDraft;
  onChange: (value: SecrecyDraft) => void;
  /** Somebody tried to send it without saying what is secret. */
  isRefused: boolean;
};

function Chosen({ value, onChange, isRefused, contents }: Omit<Props, 'ofFile'> & { contents: object[] }) {
  const { t } = useTranslation('client-record');
  const id = useId();
  return (
    <>
      <div>
        <label htmlFor={`${id}-content`}>{t('item.content')}</label>
        <Select
          id={`${id}-content`}
          value={value.content}
          options={contents}
          status={isRefused ? 'error' : undefined}
          onChange={(content) => onChange({ ...value, content })}
        />
        {isRefused ? <span role="alert">{t('item.missing')}</span> : null}
      </div>
      <div>
        <label htmlFor={`${id}-until`}>{t('item.level_until')}</label>
        <DateInput
          id={`${id}-until`}
          value={value.level_until}
          onChange={(level_until) => onChange({ ...value, level_until })}
        />
        <span className="zd-muted">{t('item.termHint')}</span>
      </div>
    </>
  );
}

/** Gives what is about to be filed or said a level of its own; folded away, for most have none (A-SEC-06). */
export function SecrecyPart({ ofFile, value, onChange, isRefused }: Props) {
  const { t } = useTranslation('client-record');
  const { levels, contents } = useSecrecyOptions(ofFile);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (levels.length === 0) return null;
  const toggle = () => {
    // What is folded away is not sent.
    if (isOpen) onChange({});
    setOpen(!isOpen);
  };
  return (
    <fieldset className="zd-secrecy-part" aria-label={t('item.title')}>
      <div className="zd-row">
        <span>{t('item.title')}</span>
        <Button type="link" size="small" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? t('item.asFile') : t('item.set')}
        </Button>
      </div>
      {isOpen ? (
        <>
          <p className="zd-muted">{t('item.hint')}</p>
          <div className="zd-secrecy-fields">
            <div>
              <label htmlFor={`${id}-level`}>{t('item.level')}</label>
              <Select
                id={`${id}-level`}
                allowClear
                value={value.level}
                options={levels}
                onChange={(level) => onChange(level ? { ...value, level: level as Level } : {})}
              />
            </div>
            {value.level ? (
              <Chosen value={value} onChange={onChange} isRefused={isRefused} contents={contents} />
            ) : null}
          </div>
        </>
      ) : null}
    </fieldset>
  );
}
