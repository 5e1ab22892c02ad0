import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import styles from './inventory.module.css';
import { SafetyFigure } from './safety-figure.js';

/** How safe a place feels, before and after what was done, and each answer by its day. */
export function PlaceRatings({ place: { ratings, given, measures } }: { place: StaffPlace }) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const { date } = useFormats();
  if (given.length === 0) return <p className={styles.soft}>{t('ratings.none')}</p>;
  const { before, after } = ratings;
  // What was done while two places were one may stand with the other of them.
  const isDone = after !== null || measures.some(({ doneOn }) => doneOn !== null);
  return (
    <>
      <div className={styles.two}>
        {before && (
          <SafetyFigure
            rating={before}
            label={t(isDone ? 'safety.before' : 'safety.now', { ns: 'inventory' })}
          />
        )}
        {after && <SafetyFigure rating={after} label={t('safety.after', { ns: 'inventory' })} />}
      </div>
      {isDone && !after && <p>{t('ratings.noneSince')}</p>}
      <p className={styles.soft}>{t('ratings.how')}</p>
      <details>
        <summary>{t('ratings.caption')}</summary>
        <Table
          caption={t('ratings.caption')}
          captionHidden
          narrow
          rows={given.map(({ on, rating, when }, index) => ({ on, rating, when, key: String(index) }))}
          rowKey={({ key }) => key}
          columns={[
            { key: 'on', head: t('ratings.on'), cell: ({ on }) => date(on) },
            { key: 'rating', head: t('ratings.rating'), numeric: true, cell: ({ rating }) => String(rating) },
            { key: 'when', head: t('ratings.when'), cell: ({ when }) => t(`ratings.${when}`) },
          ]}
        />
      </details>
    </>
  );
}
