import styles from './situation.module.css';

/** An interval on a line from nothing to `most`, with the value in it and a mark to stand beside. Silent: the numbers stand by it. */
export function IntervalBar({
  low,
  high,
  value,
  beside,
  most,
}: {
  low: number;
  high: number;
  value: number;
  beside: number | null;
  most: number;
}) {
  const at = (number: number): string => `${String(Math.min(100, (number / (most || 1)) * 100))}%`;
  return (
    <span className={styles.interval} aria-hidden="true">
      <span
        className={styles.range}
        style={{ insetInlineStart: at(low), width: `calc(${at(high)} - ${at(low)})` }}
      />
      <span className={styles.point} style={{ insetInlineStart: at(value) }} />
      {beside !== null && <span className={styles.beside} style={{ insetInlineStart: at(beside) }} />}
    </span>
  );
}
