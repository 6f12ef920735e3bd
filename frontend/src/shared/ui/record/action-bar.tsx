import { InfoCircleOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '@/shared/api/schema';
import { ClauseList } from '../feedback/clause-list';
import { useOfferToPalette } from '../navigation/palette-actions';
import { FormDialog } from './form-dialog';
import './record.css';

type AllowedAction = components['schemas']['AllowedAction'];

export type ActionView = {
  action: string;
  label: string;
  primary?: boolean;
  danger?: boolean;
  /** An act on one of many things on the page, which the palette could not tell apart. */
  isOneOfMany?: boolean;
} & (
  | {
      /** The form of the action; it calls `done` when the service accepted, or when the person gave up. */
      form: (done: () => void) => ReactNode;
    }
  | {
      /** The page on which it is done. */
      href: string;
    }
);

type Props = {
  allowed: readonly AllowedAction[];
  actions: readonly ActionView[];
  /** Who may do what this person may not, and the way to ask them; looked at together with the reasons. */
  askFor?: (action: string) => ReactNode;
};

/** Somebody else may: the refusal names the permission that they hold. */
function canBeAsked({ reasons }: AllowedAction): boolean {
  return reasons.some(({ escalation }) => escalation);
}

/** Why an action is not open now: each rule that stands against it, with its figures. */
function Reasons({ allowed }: { allowed: AllowedAction }) {
  return (
    <ul className="zd-reasons">
      {allowed.reasons.map((reason) => (
        <li key={`${reason.code}${reason.detail}`}>
          {reason.detail}
          <ClauseList clauses={reason.clauses} />
        </li>
      ))}
    </ul>
  );
}

type ForbiddenProps = Pick<Props, 'askFor'> & { view: ActionView; allowed: AllowedAction };

function ForbiddenAction({ view, allowed, askFor }: ForbiddenProps) {
  const { t } = useTranslation();
  // aria-disabled and not disabled: the button stays in the tab order, because it is where the reason is found.
  return (
    // The reasons stand behind their button in the document: the next Tab leads to the rules they name.
    <span style={{ display: 'contents' }}>
      <Popover
        trigger={['click', 'hover']}
        title={t('actions.notNow')}
        content={
          <>
            <Reasons allowed={allowed} />
            {canBeAsked(allowed) ? askFor?.(view.action) : null}
          </>
        }
        getPopupContainer={({ parentElement }) => parentElement ?? document.body}
      >
        <Button aria-disabled className="zd-action-forbidden" icon={<InfoCircleOutlined aria-hidden />}>
          {view.label}
        </Button>
      </Popover>
    </span>
  );
}

/** The actions of a record as the service allows them to this person now; one it does not name is not shown. */
export function ActionBar({ allowed, actions, askFor }: Props) {
  const { t } = useTranslation();
  const router = useRouter();
  const [open, setOpen] = useState<ActionView | null>(null);
  const close = () => setOpen(null);
  const begin = (view: ActionView) => ('href' in view ? router.history.push(view.href) : setOpen(view));
  const named = actions.flatMap((view) => {
    const found = allowed.find(({ action }) => action === view.action);
    return found ? [{ view, found }] : [];
  });
  const enabled = named.filter(({ found }) => found.enabled);
  // What can be done stands together, before what cannot.
  const shown = [...enabled, ...named.filter(({ found }) => !found.enabled)];
  useOfferToPalette(
    // Several records on one page may offer the same action; their labels tell them apart.
    enabled
      .filter(({ view }) => !view.isOneOfMany)
      .map(({ view }) => ({
        id: `${view.action} ${view.label}`,
        label: view.label,
        run: () => begin(view),
      })),
  );
  if (shown.length === 0) return null;
  return (
    <fieldset className="zd-row zd-actions" aria-label={t('actions.title')}>
      {shown.map(({ view, found }) =>
        found.enabled ? (
          <Button
            key={view.action}
            type={view.primary ? 'primary' : 'default'}
            danger={view.danger}
            onClick={() => begin(view)}
          >
            {view.label}
          </Button>
        ) : (
          <ForbiddenAction key={view.action} view={view} allowed={found} askFor={askFor} />
        ),
      )}
      <FormDialog open={open !== null} title={open?.label} onCancel={close}>
        {open && 'form' in open ? open.form(close) : null}
      </FormDialog>
    </fieldset>
  );
}
