import { Input } from 'antd';
import { type ComponentProps, lazy, Suspense } from 'react';

const Loaded = lazy(() => import('./date-input'));

/** The calendar is a large part of antd: it loads with the first field that needs it. */
export function DateInput(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense
      fallback={<Input disabled value={props.value ?? ''} aria-label={props['aria-label']} id={props.id} />}
    >
      <Loaded {...props} />
    </Suspense>
  );
}
