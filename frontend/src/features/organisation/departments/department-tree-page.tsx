import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/features/session/public';
import { EmptyState } from '@/shared/ui/feedback/empty-state';
import { QueryGate } from '@/shared/ui/feedback/query-gate';
import '../organisation.css';
import { DepartmentTree } from './department-tree';
import { type Department, useDepartments } from './queries';
import { countAll, matching, type Node, treeOf } from './tree';

const idsWithBelow = (nodes: readonly Node[]): string[] =>
  nodes.flatMap(({ department, below }) => (below.length > 0 ? [department.id, ...idsWithBelow(below)] : []));

function Tree({ departments, q }: { departments: Department[]; q: string | undefined }) {
  const { t } = useTranslation('organisation');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const nodes = useMemo(() => matching(treeOf(departments), q), [departments, q]);
  const foldable = idsWithBelow(nodes);
  const toggle = (id: string) =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  if (nodes.length === 0) {
    return q ? (
      <EmptyState title={t('department.noMatch')} hint={t('department.noMatchHint')} />
    ) : (
      <EmptyState title={t('department.none')} hint={t('department.noneHint')} />
    );
  }
  return (
    <section className="zd-panel zd-inset zd-stack" aria-label={t('department.tree')}>
      <div className="zd-spread">
        <span className="zd-muted" aria-live="polite">
          {t('department.count', { count: countAll(nodes) })}
        </span>
        <div className="zd-row">
          <Button size="small" onClick={() => setFolded(new Set())}>
            {t('department.unfoldAll')}
          </Button>
          <Button size="small" onClick={() => setFolded(new Set(foldable))}>
            {t('department.foldAll')}
          </Button>
        </div>
      </div>
      <DepartmentTree nodes={nodes} isFolded={(id) => folded.has(id)} toggle={toggle} />
    </section>
  );
}

export function DepartmentTreePage() {
  const { t } = useTranslation('organisation');
  const navigate = useNavigate();
  const can = useCan();
  const { q, include_closed } = useSearch({ from: '/_app/departments/' });
  const departments = useDepartments(include_closed ?? false);
  const show = (patch: { q?: string; include_closed?: boolean }) =>
    navigate({
      to: '/departments',
      search: (before) => ({ ...before, ...patch }),
      replace: true,
      resetScroll: false,
    });
  return (
    <div className="zd-page">
      <div className="zd-spread">
        <h1>{t('department.list')}</h1>
        {can('department.manage') ? (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => navigate({ to: '/departments/new' })}
          >
            {t('department.create')}
          </Button>
        ) : null}
      </div>
      <div className="zd-row">
        <Input
          className="zd-org-find"
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          aria-label={t('department.search')}
          placeholder={t('department.search')}
          defaultValue={q}
          onChange={({ target }) => show({ q: target.value || undefined })}
        />
        <Checkbox
          checked={include_closed ?? false}
          onChange={({ target }) => show({ include_closed: target.checked || undefined })}
        >
          {t('department.withClosed')}
        </Checkbox>
      </div>
      <QueryGate query={departments}>{({ items }) => <Tree departments={items} q={q} />}</QueryGate>
    </div>
  );
}
