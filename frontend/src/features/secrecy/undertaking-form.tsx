import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui/feedback/problem-alert';
import { type Undertaking, useAcknowledge } from './queries';
import './secrecy.css';

/** The text, and the line to sign on: one's own name, typed (A-CLI-18). */
export function UndertakingForm({
  undertaking,
  onSigned,
}: {
  undertaking: Undertaking;
  onSigned?: () => void;
}) {
  const { t } = useTranslation('secrecy');
  const id = useId();
  const [typed, setTyped] = useState('');
  const acknowledge = useAcknowledge();
  const sign = (event: FormEvent) => {
    event.preventDefault();
    acknowledge.mutate(
      { text_version: undertaking.text_version, confirmation: typed.trim() },
      {
        onSuccess: () => {
          setTyped('');
          onSigned?.();
        },
      },
    );
  };
  return (
    <form className="zd-stack" onSubmit={sign} noValidate>
      <blockquote className="zd-secrecy-text" lang="zh-CN">
        {undertaking.text}
      </blockquote>
      <p className="zd-muted">{t('validMonths', { count: undertaking.valid_months })}</p>
      <div className="zd-secrecy-sign">
        <label htmlFor={id}>{t('confirmation')}</label>
        <Input
          id={id}
          value={typed}
          maxLength={100}
          autoComplete="off"
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <p id={`${id}-help`} className="zd-muted">
          {t('confirmationHelp', { name: undertaking.name })}
        </p>
      </div>
      {acknowledge.isError ? <ProblemAlert error={acknowledge.error} compact /> : null}
      <div className="zd-row">
        <Button
          type="primary"
          htmlType="submit"
          loading={acknowledge.isPending}
          disabled={typed.trim() === ''}
        >
          {t('sign')}
        </Button>
      </div>
    </form>
  );
}
