import type { KnownStretch } from '@lofteskartan/shared/contracts/planner';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import styles from './planner.module.css';
import { useReasonWords } from './reasons.js';
import { ScoreBar, Swatch } from './score-bar.js';

/** Each part of the score, its points, and the words for them. */
export function WhyThere({ stretch }: { stretch: KnownStretch }) {
  const { t } = useTranslation('work-planner');
  const { number } = useFormats();
  const words = useReasonWords();
  return (
    <section className={styles.section}>
      <h2>{t('stretch.why')}</h2>
      <ScoreBar stretch={stretch} />
      <ul className={styles.parts}>
        {stretch.points.map(({ part, points }) => (
          <li key={part} className={styles.part}>
            <strong className={styles.partName}>
              <Swatch part={part} />
              {t(`part.${part}`)}
            </strong>
            <span className={styles.points}>{t('stretch.points', { points: number(points, 1) })}</span>
            <ul>
              {stretch.reasons
                .filter((reason) => reason.part === part)
                .map((reason) => (
                  <li key={reason.code}>{words(reason)}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
