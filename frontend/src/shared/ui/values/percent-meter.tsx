import './values.css';

/** A share of a whole, as a figure and a bar; the figure is what is read. */
export function PercentMeter({ percent }: { percent: number }) {
  return (
    <span className="zd-meter">
      <span className="zd-meter-track" aria-hidden="true">
        <span className="zd-meter-fill" style={{ width: `${percent}%` }} />
      </span>
      {percent}%
    </span>
  );
}
