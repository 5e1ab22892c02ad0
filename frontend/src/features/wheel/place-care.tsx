import type { WheelItem, WheelOccurrence } from '@lofteskartan/shared/contracts/yearly-wheel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { OccurrenceRow } from './occurrence-row.js';
import { WheelActs, type OpenAct } from './wheel-acts.js';
import { wheelQuery } from './wheel.queries.js';
import styles from './wheel.module.css';

/** What recurs at one place this year, late ones first. */
export function PlaceCare({ municipality, reference }: { municipality: string; reference: string }) {
  const { t } = useTranslation('work-wheel');
  const { data: wheel, error, refetch } = useQuery(wheelQuery(municipality));
  const [open, setOpen] = useState<OpenAct | null>(null);
  if (error && !wheel) return <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />;
  if (!wheel) return <SkeletonBlock height="6rem" />;
  const items = wheel.items.filter(({ places }) => places.some((place) => place.reference === reference));
  const rows = items.flatMap((item) => next(item).map((occurrence) => ({ item, occurrence })));
  return (
    <>
      {rows.length === 0 ? (
        <p className={styles.soft}>{t('place.none')}</p>
      ) : (
        <ul className={styles.rows}>
          {rows.map(({ item, occurrence }) => (
            <OccurrenceRow
              key={`${item.id} ${String(occurrence.number)}`}
              item={item}
              occurrence={occurrence}
              withoutPlaces
              onAct={
                wheel.mayChange
                  ? (act) => {
                      setOpen({ act, item, occurrence });
                    }
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      <Link to={`/arbete/platser/arshjul?municipality=${municipality}`}>{t('place.way')}</Link>
      <WheelActs
        wheel={wheel}
        open={open}
        onClose={() => {
          setOpen(null);
        }}
      />
    </>
  );
}

/** What is late or due, else the next that comes, else the last that was done. */
function next({ occurrences }: WheelItem): WheelOccurrence[] {
  const pressing = occurrences.filter(({ state }) => state === 'overdue' || state === 'due');
  if (pressing.length > 0) return pressing;
  const coming = occurrences.find(({ state }) => state === 'coming');
  return coming ? [coming] : occurrences.slice(-1);
}
