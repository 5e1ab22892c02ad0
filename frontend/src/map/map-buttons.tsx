import { LocateFixed, Maximize, Minus, Plus } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './map-buttons.module.css';
import type { MapHandle } from './map-view.js';

export interface MapButtonsProps {
  map: RefObject<MapHandle | null>;
  /** Left out where one's own position is of no use. */
  onLocate?: () => void;
  locating?: boolean;
  /** Back to the whole municipality; left out where it is of no use. */
  onWhole?: () => void;
}

/** The map's own buttons, for the thumb and for those who do not drag: closer, farther, my position, everything. */
export function MapButtons({ map, onLocate, locating = false, onWhole }: MapButtonsProps) {
  const { t } = useTranslation('map');
  return (
    <div className={styles.buttons} role="group" aria-label={t('buttons')}>
      <button type="button" aria-label={t('closer')} onClick={() => map.current?.zoomBy(1)}>
        <Plus size={22} aria-hidden="true" />
      </button>
      <button type="button" aria-label={t('farther')} onClick={() => map.current?.zoomBy(-1)}>
        <Minus size={22} aria-hidden="true" />
      </button>
      {onLocate && (
        <button type="button" aria-label={t('position.button')} aria-busy={locating} onClick={onLocate}>
          <LocateFixed size={22} aria-hidden="true" className={locating ? styles.busy : undefined} />
        </button>
      )}
      {onWhole && (
        <button type="button" aria-label={t('whole')} onClick={onWhole}>
          <Maximize size={20} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
