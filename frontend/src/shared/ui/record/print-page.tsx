import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './print.css';

type Props = { title: string; number?: string | null; company: string; children: ReactNode };

/** An A4 sheet: on the screen as it will come out, on paper without the application around it. */
export function PrintPage({ title, number, company, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className="zd-print-desk">
      <div className="zd-print-tools">
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t('action.print')}
        </Button>
      </div>
      <article className="zd-print-sheet">
        <header className="zd-print-head">
          <p>{company}</p>
          <h1>{title}</h1>
          {number ? <p className="zd-mono">{number}</p> : null}
        </header>
        {children}
      </article>
    </div>
  );
}
