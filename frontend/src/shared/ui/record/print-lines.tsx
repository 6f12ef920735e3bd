import { QRCode } from 'antd';
import type { ReactNode } from 'react';
import './print.css';
import './print-lines.css';

export type PrintLine = [label: string, value: ReactNode];

type Props = {
  lines: readonly PrintLine[];
  /** Where the record is on the screen, and the words for it. */
  address: string;
  scan: string;
};

/** A record on paper, line by line, with the way back to it. */
export function PrintLines({ lines, address, scan }: Props) {
  return (
    <div className="zd-print-lines">
      <table>
        <tbody>
          {lines.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <figure>
        {/* For cameras; whoever reads the page has the link above it. */}
        <div aria-hidden="true">
          <QRCode
            type="svg"
            value={`${location.origin}${address}`}
            size={104}
            bordered={false}
            color="#000"
            bgColor="#fff"
          />
        </div>
        <figcaption>{scan}</figcaption>
      </figure>
    </div>
  );
}

/** Lines to sign on by hand. */
export function PrintSignatures({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="zd-print-signatures">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
