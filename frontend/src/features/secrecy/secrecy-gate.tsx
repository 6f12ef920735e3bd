import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useUndertaking } from './queries';

// Most have signed: neither its code nor its texts are loaded for them.
const Due = lazy(() => import('./due'));

/**
 * Whoever holds rights over client information signs before anything of it is shown (A-CLI-18). The
 * service refuses in any case; here they learn why, and can put it off to do other work.
 */
export function SecrecyGate({ children }: { children: ReactNode }) {
  const { data: undertaking, isPending } = useUndertaking();
  const [isPutOff, setPutOff] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const due = undertaking?.required && undertaking.standing !== 'IN_FORCE' ? undertaking : null;
  const isOpen = due === null || isPutOff;
  if (isOpen && !isPending && !wasOpen) setWasOpen(true);
  return (
    <>
      {due ? (
        <Suspense>
          <Due undertaking={due} isPutOff={isPutOff} onPutOff={setPutOff} />
        </Suspense>
      ) : null}
      {/* What was open stays where it is and is only out of sight: a form in it keeps what was typed. */}
      {isOpen || wasOpen ? <div hidden={!isOpen}>{children}</div> : null}
    </>
  );
}
