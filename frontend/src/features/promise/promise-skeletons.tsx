import { SkeletonLine } from '../../ui/skeleton.js';
import styles from './promise-skeletons.module.css';

/** The road before its lamps have come. */
export function PathSkeleton() {
  return (
    <div className={styles.night} aria-hidden="true">
      <span className={styles.line} />
      {['a', 'b', 'c'].map((row) => (
        <span key={row} className={styles.road} />
      ))}
      <span className={styles.line} />
    </div>
  );
}

/** Commitments in a list, before they have come. */
export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div className={styles.rows} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <SkeletonLine width="70%" height="1.1rem" />
          <SkeletonLine width="9rem" />
          <SkeletonLine width="6rem" />
        </div>
      ))}
    </div>
  );
}
