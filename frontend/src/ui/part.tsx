import type { ReactNode } from 'react';
import styles from './part.module.css';

/** A part of a page with its heading, which names it. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
