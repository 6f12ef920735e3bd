import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { useRecordHref } from './use-record-href';

type AppLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'onClick'> & {
  href: string;
  /** Told when the link is followed, in this window or in another. */
  onFollow?: () => void;
  children: ReactNode;
};

/** A link inside the application whose address is only known at run time. */
export function AppLink({ href, onFollow, children, ...rest }: AppLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0) return;
    onFollow?.();
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

type RecordLinkProps = Pick<AppLinkProps, 'onFollow' | 'children'> & { type: string; id: string };

/** A record by its name: a link where a page shows its type, plain words otherwise. */
export function RecordLink({ type, id, ...rest }: RecordLinkProps) {
  const href = useRecordHref()(type, id);
  return href ? <AppLink href={href} {...rest} /> : <>{rest.children}</>;
}
