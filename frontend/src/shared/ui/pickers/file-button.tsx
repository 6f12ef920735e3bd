import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';

type Props = { label: string; file: File | null; onFile: (file: File | null) => void; accept?: string };

/** Chooses a file by a button that says which one was chosen. */
export function FileButton({ label, file, onFile, accept }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="zd-row">
      <input
        ref={input}
        type="file"
        // Not there for anybody: the button beside it is the one that is heard and reached.
        hidden
        accept={accept}
        onChange={({ target }) => {
          onFile(target.files?.[0] ?? null);
          // The same file again is a new choice.
          target.value = '';
        }}
      />
      <Button icon={<PaperClipOutlined aria-hidden />} onClick={() => input.current?.click()}>
        {file ? file.name : label}
      </Button>
    </span>
  );
}
