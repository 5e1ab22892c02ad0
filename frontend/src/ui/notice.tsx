import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './notice.module.css';
import { VisuallyHidden } from './visually-hidden.js';

const MARKS = { info: Info, warning: TriangleAlert, error: OctagonAlert, success: CircleCheck } as const;

export interface NoticeProps {
  tone?: keyof typeof MARKS;
  title?: ReactNode;
  children?: ReactNode;
  /** Reads it out when it appears after something the person did. Errors are always read out. */
  announced?: boolean;
}

/** Something to know at this place of the page. Its shape says the tone, not the colour alone. */
export function Notice({ tone = 'info', title, children, announced = false }: NoticeProps) {
  const { t } = useTranslation('ui');
  const Mark = MARKS[tone];
  return (
    <div
      className={`${styles.notice} ${styles[tone] ?? ''}`}
      role={tone === 'error' ? 'alert' : announced ? 'status' : undefined}
    >
      <Mark size={22} aria-hidden="true" />
      <div className={styles.body}>
        <VisuallyHidden>{t(`notice.${tone}`)}: </VisuallyHidden>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
