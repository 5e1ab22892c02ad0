import type { MapTiles } from '@lofteskartan/shared/contracts/municipalities';
import { TileLayer } from 'leaflet';
import { useEffect } from 'react';
import { useMap } from 'react-leaflet';
import { missesOf, type TileCount } from './tile-count.js';
import styles from './map-view.module.css';

/** How long the first tiles may take before the sketch stays for good. Milliseconds. */
const PATIENCE = 8000;

export interface TilesLayerProps {
  tiles: MapTiles;
  maxZoom: number;
  /** True when tiles cover the sketch, false when they do not come or stopped coming. */
  onShown: (shown: boolean) => void;
}

/**
 * Tiles that show only when a whole view of them has come. Until then, and when too many fail, they are invisible and the
 * sketch below stands: nobody sees holes or a flash. A network that comes back gives them a new chance.
 */
export function TilesLayer({ tiles, maxZoom, onShown }: TilesLayerProps) {
  const map = useMap();
  useEffect(
    function showTilesWhenTheyHaveCome() {
      let layer: TileLayer | null = null;
      let patience: ReturnType<typeof setTimeout> | undefined;

      const giveUp = () => {
        clearTimeout(patience);
        layer?.remove();
        layer = null;
        onShown(false);
      };
      const attempt = () => {
        if (layer) return;
        const count: TileCount = { loaded: 0, failed: 0, failedInARow: 0 };
        const made = new TileLayer(tiles.url, {
          maxZoom,
          className: styles.tiles,
          detectRetina: false,
          updateWhenIdle: false,
          keepBuffer: 3,
        });
        made.on('tileload', () => {
          count.loaded += 1;
          count.failedInARow = 0;
        });
        made.on('tileerror', () => {
          count.failed += 1;
          count.failedInARow += 1;
          if (missesOf(count) === 'too-many') giveUp();
        });
        made.on('load', () => {
          clearTimeout(patience);
          if (missesOf(count) !== 'none') {
            giveUp();
            return;
          }
          made.getContainer()?.classList.add(styles.tilesShown ?? '');
          onShown(true);
        });
        layer = made;
        made.addTo(map);
        patience = setTimeout(giveUp, PATIENCE);
      };

      attempt();
      window.addEventListener('online', attempt);
      return () => {
        window.removeEventListener('online', attempt);
        clearTimeout(patience);
        layer?.remove();
        onShown(false);
      };
    },
    [map, tiles.url, maxZoom, onShown],
  );
  return null;
}
