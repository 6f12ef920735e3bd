import './watermark.css';

/** So many that the largest screen is covered; what is outside of a smaller one is cut off. */
const cells = Array.from({ length: 120 }, (_, at) => `cell-${at}`);

/**
 * A text across the whole screen, dialogs included, and across every printed page. It lets every click
 * through and is read to nobody; as the text of a pseudo element it is neither found nor copied with the page.
 */
export function Watermark({ text }: { text: string }) {
  return (
    <div className="zd-watermark" aria-hidden="true">
      {cells.map((cell) => (
        <span key={cell} data-mark={text} />
      ))}
    </div>
  );
}
