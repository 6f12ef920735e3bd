import { ArrowLeftOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { neighboursOf } from '../data-table/neighbours';
import './record.css';

type Props = {
  /** The list this record belongs to, and how to go to a neighbour found in it. */
  list: string;
  id: string;
  listHref: string;
  goTo: (id: string) => void;
  /** Who else has it open. */
  presence?: ReactNode;
  number?: string | null;
  title: string;
  tags?: ReactNode;
  facts?: ReactNode;
  actions?: ReactNode;
};

function Neighbours({ list, id, listHref, goTo }: Pick<Props, 'list' | 'id' | 'listHref' | 'goTo'>) {
  const { t } = useTranslation();
  const router = useRouter();
  const near = neighboursOf(list, id);
  const step = (target: string | null, label: string, icon: ReactNode) => (
    <button
      type="button"
      className="zd-icon-button"
      aria-label={label}
      title={label}
      disabled={!target}
      onClick={() => target && goTo(target)}
    >
      {icon}
    </button>
  );
  return (
    <nav className="zd-record-near" aria-label={t('record.near')}>
      <a
        href={near.listHref ?? listHref}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          router.history.push(near.listHref ?? listHref);
        }}
      >
        <ArrowLeftOutlined aria-hidden /> {t('record.backToList')}
      </a>
      <span className="zd-record-steps">
        {step(near.previous, t('record.previous'), <LeftOutlined aria-hidden />)}
        {step(near.next, t('record.next'), <RightOutlined aria-hidden />)}
      </span>
    </nav>
  );
}

/** The head of every record page: where it stands in its list, what it is, and what may be done with it. */
export function RecordHeader({ presence, number, title, tags, facts, actions, ...near }: Props) {
  return (
    <header className="zd-record-header zd-panel">
      <div className="zd-record-top">
        <Neighbours {...near} />
        {presence}
      </div>
      <div className="zd-spread">
        <div className="zd-record-title">
          <div className="zd-row">
            <h1 tabIndex={-1}>{title}</h1>
            {tags}
          </div>
          <div className="zd-row zd-muted">
            {number ? <span className="zd-mono">{number}</span> : null}
            {facts}
          </div>
        </div>
        {actions}
      </div>
    </header>
  );
}
