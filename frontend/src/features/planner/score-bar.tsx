import type { KnownStretch } from '@lofteskartan/shared/contracts/planner';
import { RANKING_PARTS, type RankingPart } from '@lofteskartan/shared/planner';
import { useTranslation } from 'react-i18next';
import styles from './planner.module.css';

/** What the score is made of, drawn to its hundred; the words say the same. */
export function ScoreBar({ stretch: { points } }: { stretch: Pick<KnownStretch, 'points'> }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      {points
        .filter((each) => each.points > 0)
        .map(({ part, points: given }) => (
          <span key={part} className={styles[part]} style={{ width: `${String(given)}%` }} />
        ))}
    </span>
  );
}

/** The colour of a part in the bar. */
export function Swatch({ part }: { part: RankingPart }) {
  return <span className={[styles.swatch, styles[part]].join(' ')} aria-hidden="true" />;
}

/** Which colour of the bars is which part. */
export function ScoreLegend() {
  const { t } = useTranslation('work-planner');
  return (
    <p className={styles.legend}>
      {t('list.legend')}
      {RANKING_PARTS.map((part) => (
        <span key={part} className={styles.partName}>
          <Swatch part={part} />
          {t(`part.${part}`)}
        </span>
      ))}
    </p>
  );
}
