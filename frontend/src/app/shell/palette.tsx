import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Modal } from 'antd';
import { Command } from 'cmdk';
import { useDeferredValue, useState } from 'react';
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

function Hits({ q, onOpen }: { q: string; onOpen: (href: string) => void }) {
  const { t } = useTranslation('shell');
  const hits = useHits(q);
  const hrefOf = useRecordHref();
  const found = (hits.data?.items ?? []).flatMap((hit) => {
    const href = hrefOf(hit.type, hit.id);
    return href ? [{ ...hit, href }] : [];
  });
  if (q === '') return null;
  if (hits.isError) return <p className="zd-palette-note">{t('search.failed')}</p>;
  if (found.length === 0) return null;
  return (
    <Command.Group heading={t('search.records')}>
      {found.map((hit) => (
        // The service has matched already, pinyin and numbers included: the palette must not filter again.
        <Command.Item
          key={hit.id}
          value={`${hit.type} ${hit.id}`}
          forceMount
          onSelect={() => onOpen(hit.href)}
        >
          <span>{hit.title}</span>
          <span className="zd-muted">{[hit.number, hit.subtitle].filter(Boolean).join(' · ')}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** Ctrl/⌘ K: every page, every permitted action of the record in view, and any record by name, number or pinyin. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const pages = usePages();
  const actions = useOfferedActions();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const open = (href: string) => {
    onClose();
    router.history.push(href);
  };
  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={620}
      style={{ top: 80 }}
      aria-label={t('search.open')}
    >
      <Command label={t('search.open')} className="zd-palette">
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder={t('search.placeholder')}
        />
        <Command.List>
          <Command.Empty>{t('search.none')}</Command.Empty>
          <Hits q={q} onOpen={open} />
          {actions.length > 0 ? (
            <Command.Group heading={t('search.actions')}>
              {actions.map((action) => (
                <Command.Item
                  key={action.id}
                  onSelect={() => {
                    onClose();
                    action.run();
                  }}
                >
                  {action.label}
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          <Command.Group heading={t('search.pages')}>
            {pages.map(({ path, label }) => (
              <Command.Item key={path} keywords={[path]} onSelect={() => open(path)}>
                <span className="zd-row">
                  <NavIcon label={label} /> {t(`nav.${label}`)}
                </span>
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Modal>
  );
}
