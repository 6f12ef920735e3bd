import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Undertaking } from './queries';
import './secrecy.css';
import { UndertakingForm } from './undertaking-form';

type Props = { undertaking: Undertaking; isPutOff: boolean; onPutOff: (isPutOff: boolean) => void };

/** In place of the page: the undertaking; once it is put off, a line above the page that leads back. */
export default function Due({ undertaking, isPutOff, onPutOff }: Props) {
  const { t } = useTranslation('secrecy');
  const { message } = App.useApp();
  if (isPutOff) {
    return (
      <div className="zd-banner zd-spread" data-tone="demo">
        <span>{t('putOff')}</span>
        <Button size="small" onClick={() => onPutOff(false)}>
          {t('signNow')}
        </Button>
      </div>
    );
  }
  return (
    <div className="zd-page zd-page-narrow">
      <h1>{t('title')}</h1>
      <p>{t(`due.${undertaking.standing}`)}</p>
      <section className="zd-panel zd-secrecy-panel" aria-label={t('text')}>
        <UndertakingForm undertaking={undertaking} onSigned={() => message.success(t('signed'))} />
      </section>
      <p>
        <Button onClick={() => onPutOff(true)}>{t('later')}</Button>
      </p>
    </div>
  );
}
