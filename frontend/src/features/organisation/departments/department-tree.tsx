import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { RecordLink } from '@/shared/ui/navigation/record-link';
import { Tag } from '@/shared/ui/values/tag';
import { RefLink } from '../parts/ref-link';
import type { Node } from './tree';
import '../organisation.css';

type Props = {
  nodes: readonly Node[];
  isFolded: (id: string) => boolean;
  toggle: (id: string) => void;
};

function Branch({ node, isFolded, toggle }: Omit<Props, 'nodes'> & { node: Node }) {
  const { t } = useTranslation('organisation');
  const { department, below } = node;
  const folded = isFolded(department.id);
  return (
    <li>
      <div className="zd-org-branch">
        {below.length > 0 ? (
          <button
            type="button"
            className="zd-icon-button"
            aria-expanded={!folded}
            aria-label={t('department.below', { name: department.name })}
            onClick={() => toggle(department.id)}
          >
            {folded ? <RightOutlined aria-hidden /> : <DownOutlined aria-hidden />}
          </button>
        ) : (
          <span className="zd-org-leaf" />
        )}
        <RecordLink type="department" id={department.id}>
          {department.name}
        </RecordLink>
        <code className="zd-mono zd-muted">{department.code}</code>
        {department.closed ? <Tag tone="warning">{t('department.closed')}</Tag> : null}
        {department.head ? (
          <span className="zd-muted">
            {t('department.headIs')} <RefLink type="person" to={department.head} />
          </span>
        ) : null}
      </div>
      {below.length > 0 && !folded ? (
        <DepartmentTree nodes={below} isFolded={isFolded} toggle={toggle} />
      ) : null}
    </li>
  );
}

/** Departments as lists in lists; each that has others below it opens and closes. */
export function DepartmentTree({ nodes, isFolded, toggle }: Props) {
  return (
    <ul className="zd-org-tree">
      {nodes.map((node) => (
        <Branch key={node.department.id} node={node} isFolded={isFolded} toggle={toggle} />
      ))}
    </ul>
  );
}
