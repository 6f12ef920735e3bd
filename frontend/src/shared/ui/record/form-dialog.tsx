import { Modal } from 'antd';
import { type ReactNode, useRef } from 'react';
import './record.css';

type Props = {
  open: boolean;
  title: ReactNode;
  onCancel: () => void;
  width?: number;
  children: ReactNode;
};

const controls = 'input:not([type="file"], [disabled]), textarea, [role="combobox"]';

/** A dialog that holds a form: it opens at the first field, and gives the focus back when it closes. */
export function FormDialog({ open, title, onCancel, width, children }: Props) {
  const content = useRef<HTMLDivElement>(null);
  const enter = (isOpen: boolean) => {
    if (isOpen) content.current?.querySelector<HTMLElement>(controls)?.focus();
  };
  return (
    <Modal
      open={open}
      title={title}
      footer={null}
      onCancel={onCancel}
      width={width}
      // A click beside it must not throw away what was typed, or a password that is shown once.
      mask={{ closable: false }}
      destroyOnHidden
      afterOpenChange={enter}
    >
      <div ref={content} className="zd-dialog-form">
        {children}
      </div>
    </Modal>
  );
}
