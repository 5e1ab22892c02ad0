import { type ReactNode, useId } from 'react';
import styles from './situation.module.css';

/** A part of the picture under its heading. */
export function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p className={styles.prose}>{lead}</p>}
      {children}
    </section>
  );
}
