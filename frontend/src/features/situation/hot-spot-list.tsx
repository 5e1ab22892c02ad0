import type { HotSpot } from '@lofteskartan/shared/contracts/situation';
import { CERTAINTIES } from '@lofteskartan/shared/situation';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES } from '../../platform/looks.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { RankMark } from '../../ui/rank-mark.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import { CERTAINTY_LOOKS } from './certainty-looks.js';
import { IntervalBar } from './interval-bar.js';
import styles from './situation.module.css';

/** The places that stand out, in the order of what is least that can be said of them. */
export function HotSpotList({
  spots,
  usual,
  lit = null,
  onLight,
  onShow,
}: {
  spots: readonly HotSpot[];
  /** How many a usual place has; null where that is not told. */
  usual: number | null;
  lit?: number | null;
  onLight?: (rank: number | null) => void;
  /** Shows a place on the map; without it the names are words. */
  onShow?: (rank: number) => void;
}) {
  const { t } = useTranslation(['work-situation', 'words']);
  const { number, phrase } = useFormats();
  const nameOf = (name: string | null, locality: string | null): string =>
    [name ?? t('map.unnamed'), locality].filter(Boolean).join(', ');
  const most = Math.max(usual ?? 0, ...spots.map(({ high, people }) => Math.max(high, people)));
  return (
    <ol className={styles.spots} aria-label={t('map.listLabel')}>
      {spots.map(({ rank, name, locality, kinds, people, low, high, certainty }) => (
        <li key={rank} className={rank === lit ? `${styles.spot} ${styles.lit}` : styles.spot}>
          <RankMark rank={rank} look={CERTAINTY_LOOKS[certainty]} />
          <div className={styles.spotBody}>
            <h3>
              {onLight && onShow ? (
                <button
                  type="button"
                  className={styles.spotName}
                  onMouseEnter={() => {
                    onLight(rank);
                  }}
                  onMouseLeave={() => {
                    onLight(null);
                  }}
                  onFocus={() => {
                    onLight(rank);
                  }}
                  onBlur={() => {
                    onLight(null);
                  }}
                  onClick={() => {
                    onShow(rank);
                  }}
                >
                  {nameOf(name, locality)}
                </button>
              ) : (
                nameOf(name, locality)
              )}
            </h3>
            <p>
              <strong>{t('map.people', { count: people, number: number(people) })}</strong> ·{' '}
              {t(`certainty.${certainty}`)} ·{' '}
              <span className={styles.soft}>
                {t('map.range', { low: number(Math.round(low)), high: number(Math.round(high)) })}
              </span>
            </p>
            <IntervalBar low={low} high={high} value={people} beside={usual} most={most} />
            <p className={styles.spotKinds}>
              {kinds.map((kind) => (
                <Glyph key={kind} shape={KIND_SHAPES[kind]} size={18} />
              ))}
              <span className={styles.soft}>
                {phrase(kinds.map((kind) => t(`kinds.${kind}`, { ns: 'words' })))}
              </span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What the rings mean. */
export function CertaintyLegend() {
  const { t } = useTranslation('work-situation');
  return (
    <dl className={styles.legend}>
      {CERTAINTIES.map((certainty) => (
        <div key={certainty}>
          <dt>
            <RankMark rank={1} look={CERTAINTY_LOOKS[certainty]} size={26} />
            <span>
              {t(`certainty.${certainty}`)}
              <VisuallyHidden>:</VisuallyHidden>
            </span>
          </dt>
          <dd>{t(`certaintyHow.${certainty}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
