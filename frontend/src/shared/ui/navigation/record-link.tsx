import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { useRecordHref } from './use-record-href';

type AppLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'onClick'> & {
  href: string;
  children: ReactNode;
};

/** A link inside the application whose address is only known at run time. */
export function AppLink({ href, children, ...rest }: AppLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}

/** A record by its name: a link where a page shows its type, plain words otherwise. */
export function RecordLink({ type, id, children }: { type: string; id: string; children: ReactNode }) {
  const href = useRecordHref()(type, id);
  return href ? <AppLink href={href}>{children}</AppLink> : <>{children}</>;
}
