import type { Count } from '@lofteskartan/shared/contracts/situation';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import styles from './situation.module.css';
import { useFigure } from './use-figure.js';

interface BarRow {
  readonly key: string;
  readonly words: string;
  readonly count: Count;
}

/** Counts as bars in a table: the number is read, the bar is seen. A hidden count has no bar. */
export function BarList({
  caption,
  name,
  count,
  rows,
}: {
  caption: string;
  name: string;
  count: string;
  rows: readonly BarRow[];
}) {
  const figure = useFigure();
  const most = Math.max(1, ...rows.map((row) => row.count ?? 0));
  return (
    <table className={styles.bars}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead className={styles.silent}>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{count}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.words}</th>
            <td>
              <span
                className={styles.bar}
                aria-hidden="true"
                style={{ width: `${String(((row.count ?? 0) / most) * 100)}%` }}
              />
              <span className={styles.barNumber}>{figure(row.count)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
