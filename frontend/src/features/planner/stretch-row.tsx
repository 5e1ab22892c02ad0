import type { RankedStretch } from '@lofteskartan/shared/contracts/planner';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './planner.module.css';
import { useReasonWords } from './reasons.js';
import { ScoreBar } from './score-bar.js';

/** A stretch in the order: what it is, and in words why it stands there. */
export function StretchRow({
  stretch,
  search,
  lit,
  onLight,
}: {
  stretch: RankedStretch;
  search: string;
  lit: boolean;
  onLight: (id: string | null) => void;
}) {
  const { t } = useTranslation('work-planner');
  const { number, shortDate } = useFormats();
  const words = useReasonWords();
  const light = (on: boolean) => () => {
    onLight(on ? stretch.id : null);
  };
  return (
    <li className={lit ? `${styles.row} ${styles.lit}` : styles.row}>
      <span className={styles.rank}>{stretch.rank}</span>
      <div className={styles.rowBody}>
        <div className={styles.head}>
          <Link
            to={`/arbete/planering/stracka/${stretch.id}${search}`}
            className={styles.name}
            onMouseEnter={light(true)}
            onMouseLeave={light(false)}
            onFocus={light(true)}
            onBlur={light(false)}
          >
            {stretch.name ?? t('unnamed')}
          </Link>
          {stretch.localityName && <span className={styles.soft}>{stretch.localityName}</span>}
          {stretch.plannedOn && <Tag>{t('row.planned', { date: shortDate(stretch.plannedOn) })}</Tag>}
          {stretch.suitability === 'unsuitable' && <Tag>{t('row.unsuitable')}</Tag>}
        </div>
        <p className={styles.why}>{stretch.reasons.map(words).join('. ')}.</p>
        <ScoreBar stretch={stretch} />
        <div className={styles.facts}>
          <span>{t('row.score', { score: number(stretch.score, 1) })}</span>
          <span>{t('row.people', { count: stretch.people })}</span>
          <span>{t('row.wishes', { count: stretch.wishes })}</span>
          {stretch.postedLimit && <span>{t('row.limit', { limit: stretch.postedLimit })}</span>}
        </div>
      </div>
    </li>
  );
}
