import { AppLink } from './record-link';
import './page-tabs.css';

type Tab = { href: string; label: string; isCurrent: boolean };

/** Pages that belong together, each with its own address. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="zd-tabs" aria-label={label}>
      {tabs.map(({ href, label: name, isCurrent }) => (
        <AppLink key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {name}
        </AppLink>
      ))}
    </nav>
  );
}
