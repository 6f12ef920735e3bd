import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useUndertaking } from './queries';

// Most have signed: neither its code nor its texts are loaded for them.
const Due = lazy(() => import('./due'));

/**
 * Whoever holds rights over client information signs before anything of it is shown (A-CLI-18). The
 * service refuses in any case; here they learn why, and can put it off to do other work.
 */
export function SecrecyGate({ children }: { children: ReactNode }) {
  const { data: undertaking } = useUndertaking();
  const [isPutOff, setPutOff] = useState(false);
  if (!undertaking?.required || undertaking.standing === 'IN_FORCE') return children;
  return (
    <>
      <Suspense>
        <Due undertaking={undertaking} isPutOff={isPutOff} onPutOff={setPutOff} />
      </Suspense>
      {isPutOff ? children : null}
    </>
  );
}
