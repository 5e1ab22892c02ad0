import type {
  BeforeAndAfter,
  SpeedMeasurement,
  StretchMeasurements,
} from '@lofteskartan/shared/contracts/speed-measurements';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Table } from '../../ui/table.js';
import { useMeasurementWords } from './measurement-words.js';
import own from './measurements.module.css';
import styles from './planner.module.css';

/** Measurements before and after what was done, side by side. Nothing is said of why they differ. */
export function BeforeAfter({ measurements: { items, comparisons } }: { measurements: StretchMeasurements }) {
  const { t } = useTranslation('work-measurements');
  const byId = new Map(items.map((each) => [each.id, each]));
  return (
    <section className={`${own.part} ${own.apart}`}>
      <h3>{t('compare.title')}</h3>
      {comparisons.length === 0 && <p className={styles.soft}>{t('compare.none')}</p>}
      {comparisons.map((comparison) => {
        const [before, after] = [byId.get(comparison.before), byId.get(comparison.after)];
        if (!before || !after) return null;
        const key = [comparison.occasionId, before.id, after.id].join();
        return comparison.notCompared.length > 0 ? (
          <NotCompared key={key} comparison={comparison} before={before} after={after} />
        ) : (
          <Compared key={key} comparison={comparison} before={before} after={after} />
        );
      })}
    </section>
  );
}

interface Pair {
  comparison: BeforeAndAfter;
  before: SpeedMeasurement;
  after: SpeedMeasurement;
}

function useOccasion(): (comparison: BeforeAndAfter) => string {
  const { t } = useTranslation('work-measurements');
  const { date } = useFormats();
  return ({ occasion, on }) => t(`compare.occasion.${occasion}`, { date: date(on) });
}

function NotCompared({ comparison, before, after }: Pair) {
  const { t } = useTranslation('work-measurements');
  const { list } = useFormats();
  const words = useMeasurementWords();
  const occasion = useOccasion();
  return (
    <div className={own.part}>
      <h4>{occasion(comparison)}</h4>
      <p>
        {t('compare.not', {
          before: words.period(before),
          after: words.period(after),
          reasons: list(comparison.notCompared.map((reason) => t(`compare.reason.${reason}`))),
        })}
      </p>
    </div>
  );
}

interface Row {
  what: string;
  before: number | null;
  after: number | null;
  difference: string;
}

function Compared({ comparison, before, after }: Pair) {
  const { t } = useTranslation('work-measurements');
  const { number } = useFormats();
  const words = useMeasurementWords();
  const occasion = useOccasion();
  const { meanDifference, meanMargin, p85Difference, cautions } = comparison;
  const change = (value: number | null) => (value === null ? t('compare.unknown') : words.change(value));
  const speed = (value: number | null) => (value === null ? t('compare.unknown') : number(value, 1));
  const measured = (measurement: SpeedMeasurement) => ({
    period: words.period(measurement),
    passages: t('passages', { count: measurement.passages, number: number(measurement.passages) }),
  });
  const rows: Row[] = [
    {
      what: t('compare.mean'),
      before: before.mean,
      after: after.mean,
      difference:
        meanMargin === null
          ? change(meanDifference)
          : t('compare.margin', { change: change(meanDifference), margin: number(meanMargin, 1) }),
    },
    { what: t('compare.p85'), before: before.p85, after: after.p85, difference: change(p85Difference) },
  ];
  const title = occasion(comparison);
  const direction = before.direction ?? t('bothWays');
  return (
    <div className={own.part}>
      <h4>{title}</h4>
      <div className={styles.facts}>
        <span>{direction}</span>
        <span>{t(`source.${before.source}`)}</span>
        {before.postedLimit !== null && <span>{t('limit', { limit: before.postedLimit })}</span>}
      </div>
      <ul className={own.plain}>
        <li>{t('compare.beforeIs', measured(before))}</li>
        <li>{t('compare.afterIs', measured(after))}</li>
      </ul>
      <Table<Row>
        caption={t('compare.caption', { occasion: `${title}, ${direction}` })}
        captionHidden
        narrow
        rows={rows}
        rowKey={({ what }) => what}
        columns={[
          { key: 'what', head: t('compare.what'), cell: ({ what }) => what },
          { key: 'before', head: t('compare.before'), numeric: true, cell: (row) => speed(row.before) },
          { key: 'after', head: t('compare.after'), numeric: true, cell: (row) => speed(row.after) },
          {
            key: 'difference',
            head: t('compare.difference'),
            numeric: true,
            cell: ({ difference }) => difference,
          },
        ]}
      />
      <p>{t('compare.cause')}</p>
      <ul className={own.notes}>
        {cautions.map((caution) => (
          <li key={caution}>{t(`compare.caution.${caution}`)}</li>
        ))}
        {p85Difference !== null && <li>{t('p85Legend')}</li>}
        {meanMargin !== null && <li>{t('compare.marginHow')}</li>}
      </ul>
    </div>
  );
}
