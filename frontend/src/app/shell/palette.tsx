import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Modal } from 'antd';
import { Command } from 'cmdk';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/shared/api/client';
import { useOfferedActions } from '@/shared/ui/navigation/palette-actions';
import { useRecordHref } from '@/shared/ui/navigation/use-record-href';
import { NavIcon } from './nav-icons';
import { usePages } from './navigation';
import './palette.css';

function useHits(q: string) {
  return useQuery({
    queryKey: ['search', q],
    queryFn: () => answer(api.GET('/api/v1/search', { params: { query: { q, limit: 20 } } })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}

type Entry = { key: string; label: string; hint?: string; icon?: ReactNode; run: () => void };

function Group({ heading, entries }: { heading: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Command.Group heading={heading}>
      {entries.map(({ key, label, hint, icon, run }) => (
        <Command.Item key={key} value={key} onSelect={run}>
          <span className="zd-row">
            {icon} {label}
          </span>
          {hint ? <span className="zd-muted">{hint}</span> : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function useFoundRecords(q: string, open: (href: string) => void): { records: Entry[]; hasFailed: boolean } {
  const hits = useHits(q);
  const hrefOf = useRecordHref();
  const items = q === '' ? [] : (hits.data?.items ?? []);
  const records = items.flatMap((hit) => {
    const href = hrefOf(hit.type, hit.id);
    const hint = [hit.number, hit.subtitle].filter(Boolean).join(' · ');
    return href ? [{ key: `${hit.type} ${hit.id}`, label: hit.title, hint, run: () => open(href) }] : [];
  });
  return { records, hasFailed: q !== '' && hits.isError };
}

/** Gives the focus back to what had it, unless what was done in the palette has put it elsewhere. */
function useReturnOfFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}

/** Ctrl/⌘ K: every page, every permitted action of the record in view, and any record by name, number or pinyin. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const [typed, setTyped] = useState('');
  useReturnOfFocus();
  const q = useDeferredValue(typed.trim());
  const open = (href: string) => {
    onClose();
    router.history.push(href);
  };
  const matches = (label: string) => label.toLowerCase().includes(typed.trim().toLowerCase());
  const { records, hasFailed } = useFoundRecords(q, open);
  const actions = useOfferedActions()
    .filter(({ label }) => matches(label))
    .map(({ id, label, run }) => ({
      key: `action ${id}`,
      label,
      run: () => {
        onClose();
        run();
      },
    }));
  const pages = usePages()
    .map(({ path, label }) => ({ path, icon: <NavIcon label={label} />, label: t(`nav.${label}`) }))
    .filter(({ path, label }) => matches(label) || matches(path))
    .map(({ path, ...page }) => ({ ...page, key: `page ${path}`, run: () => open(path) }));
  const isEmpty = records.length + actions.length + pages.length === 0;
  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={620}
      style={{ top: 80 }}
      title={<span className="zd-visually-hidden">{t('search.open')}</span>}
    >
      {/* The service matches records, pinyin and numbers included: the palette must not filter them again. */}
      <Command label={t('search.open')} className="zd-palette" shouldFilter={false}>
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder={t('search.placeholder')}
        />
        <Command.List label={t('search.open')}>
          {/* A list box without an option is no list box: that nothing matches is said in one. */}
          {isEmpty ? (
            <Command.Item disabled>{hasFailed ? t('search.failed') : t('search.none')}</Command.Item>
          ) : null}
          <Group heading={t('search.records')} entries={records} />
          <Group heading={t('search.actions')} entries={actions} />
          <Group heading={t('search.pages')} entries={pages} />
        </Command.List>
      </Command>
    </Modal>
  );
}
