import type { SpeedMeasurement } from '@lofteskartan/shared/contracts/speed-measurements';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { BeforeAfter } from './before-after.js';
import { Figures } from './measured-figures.js';
import { useMeasurementWords } from './measurement-words.js';
import own from './measurements.module.css';
import { measurementsQuery } from './measurements.queries.js';
import styles from './planner.module.css';

const MeasurementDialog = lazy(() => import('./measurement-dialog.js'));
const RemoveMeasurementDialog = lazy(() => import('./remove-measurement-dialog.js'));

/** What was measured on a stretch, the way to bring in more, and what it was like before and after. */
export function Measurements({ municipality, stretch }: { municipality: string; stretch: StretchDetail }) {
  const { t } = useTranslation('work-measurements');
  const { data, error, refetch } = useQuery(measurementsQuery(municipality, stretch.id));
  const headingId = useId();
  const [isOpen, setOpen] = useState(false);
  const [removing, setRemoving] = useState<SpeedMeasurement | null>(null);
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h2 id={headingId}>{t('title')}</h2>
      <p className={styles.soft}>{t('how')}</p>
      {error && !data && <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBlock height="8rem" />}
      {data?.items.length === 0 && <p>{t('none')}</p>}
      <ul className={styles.items}>
        {data?.items.map((each) => (
          <Measurement
            key={each.id}
            measurement={each}
            onRemove={() => {
              setRemoving(each);
            }}
          />
        ))}
      </ul>
      <div>
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('add')}
        </Button>
      </div>
      {data && data.items.length > 0 && <BeforeAfter measurements={data} />}
      <Suspense>
        {isOpen && (
          <MeasurementDialog
            municipality={municipality}
            stretch={stretch}
            onClose={() => {
              setOpen(false);
            }}
          />
        )}
        {removing && (
          <RemoveMeasurementDialog
            municipality={municipality}
            stretchId={stretch.id}
            measurement={removing}
            onClose={() => {
              setRemoving(null);
            }}
          />
        )}
      </Suspense>
    </section>
  );
}

function Measurement({ measurement, onRemove }: { measurement: SpeedMeasurement; onRemove: () => void }) {
  const { t } = useTranslation('work-measurements');
  const { number } = useFormats();
  const words = useMeasurementWords();
  const { source, measuredBy, direction, postedLimit, passages, refused, leftOut } = measurement;
  return (
    <li>
      <strong>{words.period(measurement)}</strong>
      <div className={styles.facts}>
        <span>{t(`source.${source}`)}</span>
        <span>{t(`by.${measuredBy}`)}</span>
        <span>{direction ?? t('bothWays')}</span>
        <span>{postedLimit === null ? t('limitUnknown') : t('limit', { limit: postedLimit })}</span>
        <span>{t('passages', { count: passages, number: number(passages) })}</span>
      </div>
      <Figures figures={measurement} limit={postedLimit} />
      {refused + leftOut > 0 && (
        <p className={own.soft}>
          {refused > 0 && t('refused', { count: refused, number: number(refused) })}{' '}
          {leftOut > 0 && t('leftOut', { count: leftOut, number: number(leftOut) })}
        </p>
      )}
      <div>
        <Button
          look="quiet"
          aria-label={t('remove.openOne', { name: words.name(measurement) })}
          onClick={onRemove}
        >
          {t('remove.open')}
        </Button>
      </div>
    </li>
  );
}
