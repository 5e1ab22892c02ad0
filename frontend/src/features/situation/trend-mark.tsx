import type { ComparedFigures } from '@lofteskartan/shared/contracts/situation';
import type { Comparison } from '@lofteskartan/shared/situation';
import { EqualApproximately, MoveDown, MoveUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './situation.module.css';
import { useFigure } from './use-figure.js';

const ICONS = { more: MoveUp, fewer: MoveDown, 'cannot-say': EqualApproximately } as const;

/** Beside last year: more, fewer, or that it cannot be said. More is not worse and not better: people are heard. */
export function TrendMark({ figures, comparison }: { figures: ComparedFigures; comparison: Comparison }) {
  const { t } = useTranslation('work-situation');
  const figure = useFigure();
  if (comparison !== 'compared') return null;
  const { verdict, peopleBefore } = figures;
  const Icon = verdict && ICONS[verdict];
  return (
    <div className={styles.trend}>
      <span className={styles.verdict}>
        {Icon && <Icon size={18} aria-hidden="true" />}
        {verdict ? t(`trend.${verdict}`) : t('trend.hidden')}
      </span>
      <span className={styles.soft}>
        {peopleBefore === null
          ? t('trend.beforeHidden')
          : t('trend.before', { number: figure(peopleBefore) })}
      </span>
    </div>
  );
}
