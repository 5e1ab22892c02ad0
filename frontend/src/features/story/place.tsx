import type { Position } from '@lofteskartan/shared/position';
import { Suspense, lazy, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SkeletonBlock } from '../../ui/skeleton.js';
import type { PlaceMapProps } from './place-map.js';
import styles from './place.module.css';

const PlaceMap = lazy(() => import('./place-map.js').then((module) => ({ default: module.PlaceMap })));

export interface PlaceProps extends PlaceMapProps {
  /** How exact the place is. */
  note: ReactNode;
  /** Leads to it on the large map. */
  onMap?: { municipality: string; reference: string };
}

const inAddress = (position: Position) =>
  position.map((degrees) => String(Number(degrees.toFixed(5)))).join();

/** Where it is, as a picture: no part of it catches a finger or a key that is on its way down the page. */
export function Place({ note, onMap, ...map }: PlaceProps) {
  const { t } = useTranslation('story');
  return (
    <div className={styles.place}>
      <div className={styles.frame} role="img" aria-label={map.label}>
        <div inert>
          <Suspense fallback={<SkeletonBlock height="100%" />}>
            <PlaceMap {...map} />
          </Suspense>
        </div>
      </div>
      <p className={styles.note}>
        <span>{note}</span>
        {onMap && (
          <Link
            to={`/${onMap.municipality}/karta?center=${inAddress(map.position)}&zoom=15&chosen=${onMap.reference}`}
          >
            {t('place.onMap')}
          </Link>
        )}
      </p>
    </div>
  );
}
