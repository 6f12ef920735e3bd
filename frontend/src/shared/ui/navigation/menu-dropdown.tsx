import { Dropdown, type MenuProps } from 'antd';
import { type ReactElement, useRef } from 'react';

/** A button's menu: the keys go to its entries at once, and the focus back to the button when it closes. */
export function MenuDropdown({ menu, children }: { menu: MenuProps; children: ReactElement }) {
  const place = useRef<HTMLSpanElement>(null);
  const giveBack = (isOpen: boolean) => {
    if (isOpen || !document.activeElement?.closest('.ant-dropdown')) return;
    // Not while the key that chose is still down: its press would fall on the button and open the menu anew.
    setTimeout(() => place.current?.querySelector('button')?.focus());
  };
  return (
    <span ref={place} style={{ display: 'contents' }}>
      <Dropdown autoFocus trigger={['click']} menu={menu} onOpenChange={giveBack}>
        {children}
      </Dropdown>
    </span>
  );
}
