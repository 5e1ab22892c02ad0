import type { ReactNode } from 'react';
import styles from './skeleton.module.css';
import { VisuallyHidden } from './visually-hidden.js';

/** A line of text to come. `width` and `height` are CSS lengths. */
export function SkeletonLine({ width = '100%', height }: { width?: string; height?: string }) {
  return <span className={styles.bar} style={{ width, height }} aria-hidden="true" />;
}

/** A picture, a map or a card to come. */
export function SkeletonBlock({ height }: { height: string }) {
  return <span className={styles.block} style={{ height }} aria-hidden="true" />;
}

/** A paragraph to come; its last line is short. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <SkeletonLine key={line} width={line === lines - 1 ? '62%' : '100%'} />
      ))}
    </span>
  );
}

/** Wraps the skeletons of a view: says once what is being fetched. */
export function Skeleton({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status" aria-busy="true" className={styles.stack}>
      <VisuallyHidden>{label}</VisuallyHidden>
      {children}
    </div>
  );
}

/** A heading, a lead and a block: a page of which nothing more is known. */
export function SkeletonPage({ label }: { label: string }) {
  return (
    <div className={styles.page}>
      <Skeleton label={label}>
        <SkeletonLine width="min(24rem, 80%)" height="1.8rem" />
        <SkeletonText lines={2} />
        <SkeletonBlock height="14rem" />
        <SkeletonText lines={3} />
      </Skeleton>
    </div>
  );
}
