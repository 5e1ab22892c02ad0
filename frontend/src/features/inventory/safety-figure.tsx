import type { PlaceRating } from '@lofteskartan/shared/contracts/inventory';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import styles from './safety-figure.module.css';

const STEPS = [1, 2, 3, 4, 5];

/** How safe it feels, as five lamps of which some are lit, and in words. */
export function SafetyFigure({ rating, label }: { rating: PlaceRating; label?: string }) {
  const { t } = useTranslation('inventory');
  const { number } = useFormats();
  const { mean, answers } = rating;
  return (
    <span className={styles.figure}>
      {label && <span className={styles.label}>{label}</span>}
      <span className={styles.lamps} aria-hidden="true">
        {STEPS.map((step) => (
          <span key={step} className={step <= Math.round(mean) ? styles.lit : styles.dark} />
        ))}
      </span>
      <span>
        {t('safety.of', { mean: number(mean, mean % 1 === 0 ? 0 : 1) })} ·{' '}
        {t('safety.answers', { count: answers })}
      </span>
    </span>
  );
}
