import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useDocumentTitle } from './page-title.js';
import styles from './step-header.module.css';

export interface StepHeaderProps {
  /** The question of this screen. */
  title: string;
  /** From 1. */
  step: number;
  steps: number;
  /** Left out on the first screen when there is nothing to go back to. */
  onBack?: () => void;
}

/** The head of a form with one question per screen: the way back, how far, the question. Takes the focus at each step. */
export function StepHeader({ title, step, steps, onBack }: StepHeaderProps) {
  const { t } = useTranslation('ui');
  const heading = useRef<HTMLHeadingElement>(null);
  // Reached from another page, the first screen takes the focus as well; opened by its address, it does not.
  const shown = useRef(useLocation().key === 'default' ? step : 0);
  useDocumentTitle(title);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step]);

  return (
    <div className={styles.head}>
      <div className={styles.row}>
        {onBack ? (
          <button type="button" className={styles.back} onClick={onBack}>
            <ArrowLeft size={20} aria-hidden="true" />
            {t('back')}
          </button>
        ) : (
          <span />
        )}
        <span className={styles.count}>{t('step', { step, steps })}</span>
      </div>
      <div className={styles.bars} aria-hidden="true">
        {Array.from({ length: steps }, (_, index) => (
          <span key={index} className={index < step ? `${styles.bar} ${styles.reached}` : styles.bar} />
        ))}
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </div>
  );
}
