import type { MeasuredFigures, SpeedBand } from '@lofteskartan/shared/contracts/speed-measurements';
import { MEASUREMENT_LIMITS } from '@lofteskartan/shared/measurements';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { Table } from '../../ui/table.js';
import { useMeasurementWords } from './measurement-words.js';
import styles from './measurements.module.css';

/** What a measurement comes to: mean and 85-percentile, how many were above the limit, and how the speeds are spread. */
export function Figures({ figures, limit }: { figures: MeasuredFigures; limit: number | null }) {
  const { t } = useTranslation('work-measurements');
  const { number, percent } = useFormats();
  const words = useMeasurementWords();
  const { passages, overLimit, bands, meanFrom } = figures;
  // A step such as 50–60 does not tell those at exactly 50 from the others.
  const isEdgeIn = overLimit !== null && meanFrom !== 'passages' && bands.some(({ from }) => from === limit);
  const p85 = words.p85(figures);
  return (
    <>
      <DefinitionList
        items={[
          { term: t('mean'), value: words.mean(figures) },
          { term: t('p85'), value: p85 ?? t('p85Unknown') },
          {
            term: t('over'),
            value:
              overLimit === null
                ? ''
                : t('overIs', { percent: percent(overLimit / passages), number: number(overLimit) }),
          },
        ]}
      />
      {isEdgeIn && <p className={styles.soft}>{t('overEdge', { limit })}</p>}
      {passages < MEASUREMENT_LIMITS.fewPassages && <p className={styles.soft}>{t('few')}</p>}
      {bands.length > 0 && <Bands bands={bands} />}
    </>
  );
}

function Bands({ bands }: { bands: readonly SpeedBand[] }) {
  const { t } = useTranslation('work-measurements');
  const { number, percent } = useFormats();
  const all = bands.reduce((sum, { passages }) => sum + passages, 0);
  return (
    <details className={styles.more}>
      <summary>{t('bands')}</summary>
      <Table<SpeedBand>
        caption={t('bands')}
        captionHidden
        narrow
        rows={bands}
        rowKey={({ from }) => String(from)}
        columns={[
          {
            key: 'band',
            head: t('band'),
            cell: ({ from, to }) => (to === null ? t('bandOpen', { from }) : t('bandFrom', { from, to })),
          },
          { key: 'count', head: t('count'), numeric: true, cell: ({ passages }) => number(passages) },
          { key: 'share', head: t('share'), numeric: true, cell: ({ passages }) => percent(passages / all) },
        ]}
      />
    </details>
  );
}
