import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { DAY_PARTS } from '@lofteskartan/shared/situation';
import { PROPOSAL_KINDS, WEEKDAYS } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapHandle } from '../../map/map-view.js';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES } from '../../platform/looks.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips, RadioChips } from '../../ui/chips.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { CertaintyLegend, HotSpotList } from './hot-spot-list.js';
import type { Period } from './period.rules.js';
import { Section } from './section.js';
import styles from './situation.module.css';
import { spotsQuery } from './situation.queries.js';
import { asksForTime, type SpotFilters } from './spot-filters.js';

/** Close enough to see which road it is. */
const CLOSE = 15;

const SpotsMap = lazy(() => import('./spots-map.js'));

/** Where: the map with its controls, and the same as a list. */
export function SpotsSection({
  municipality,
  period,
  filters,
  onFilter,
}: {
  municipality: Municipality;
  period: Period;
  filters: SpotFilters;
  onFilter: (part: Partial<SpotFilters>) => void;
}) {
  const { t } = useTranslation(['work-situation', 'words']);
  const { number } = useFormats();
  const map = useRef<MapHandle>(null);
  const [lit, setLit] = useState<number | null>(null);
  const { data, error, refetch, isPlaceholderData } = useQuery(
    spotsQuery(municipality.slug, period, filters),
  );
  return (
    <Section title={t('map.title')} lead={t('map.lead')}>
      <RadioChips
        label={t('map.kind')}
        value={filters.kind}
        options={[
          { value: 'all' as const, label: t('map.allKinds') },
          ...PROPOSAL_KINDS.map((value) => ({
            value,
            label: t(`kinds.${value}`, { ns: 'words' }),
            icon: <Glyph shape={KIND_SHAPES[value]} size={18} />,
          })),
        ]}
        onChange={(kind) => {
          onFilter({ kind });
        }}
      />
      <details className={styles.times} open={asksForTime(filters) || undefined}>
        <summary>{t('map.more')}</summary>
        <div className={styles.timeFields}>
          <CheckboxChips
            label={t('map.part')}
            value={filters.parts}
            options={DAY_PARTS.map((value) => ({ value, label: t(`dayPart.${value}`, { ns: 'words' }) }))}
            onChange={(parts) => {
              onFilter({ parts });
            }}
          />
          <CheckboxChips
            label={t('map.weekday')}
            value={filters.weekdays}
            options={WEEKDAYS.map((value) => ({ value, label: t(`times.short.${value}`) }))}
            onChange={(weekdays) => {
              onFilter({ weekdays });
            }}
          />
          <p className={styles.soft}>{t('map.told')}</p>
          {asksForTime(filters) && (
            <div>
              <Button
                onClick={() => {
                  onFilter({ parts: [], weekdays: [] });
                }}
              >
                {t('map.clear')}
              </Button>
            </div>
          )}
        </div>
      </details>
      {!data && error && <ErrorState error={error} title={t('map.failed')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('map.loading')}>
          <SkeletonBlock height="24rem" />
        </Skeleton>
      )}
      {data && (
        <div className={styles.both} aria-busy={isPlaceholderData}>
          <div className={styles.mapBox}>
            <Suspense fallback={<SkeletonBlock height="24rem" />}>
              <SpotsMap municipality={municipality} spots={data} handle={map} lit={lit} onLight={setLit} />
            </Suspense>
            <CertaintyLegend />
          </div>
          <div className={styles.list} aria-live="polite">
            <p className={styles.soft}>
              {t('map.places', { count: data.places, number: number(data.places) })}{' '}
              {data.places > 0 && t('map.usual', { number: number(data.usual, 1) })}{' '}
              {data.untimed > 0 && t('map.untimed', { count: data.untimed })}{' '}
              {data.unplaced > 0 && t('map.unplaced', { count: data.unplaced })}
            </p>
            {data.places === 0 ? (
              <EmptyState title={t('map.nowhere')}>{t('map.nowhereHow')}</EmptyState>
            ) : data.hotSpots.length === 0 ? (
              <EmptyState title={t('map.none')}>{t('map.noneHow')}</EmptyState>
            ) : (
              <HotSpotList
                spots={data.hotSpots}
                usual={data.usual}
                lit={lit}
                onLight={setLit}
                onShow={(rank) => {
                  const spot = data.hotSpots.find((each) => each.rank === rank);
                  if (spot) map.current?.goTo(spot.position, CLOSE);
                }}
              />
            )}
          </div>
        </div>
      )}
    </Section>
  );
}
