import type { Locality } from '@lofteskartan/shared/contracts/municipalities';
import { useEffect, useMemo } from 'react';
import { useMap } from 'react-leaflet';
import { Paths } from './paths.js';
import { sketchFeatures, type SketchProperties } from './sketch.js';
import { SketchLabels } from './sketch-labels.js';
import styles from './sketch-layer.module.css';

const classes = (...names: (string | undefined)[]) => [styles.shape, ...names].filter(Boolean).join(' ');

export interface SketchLayerProps {
  /** GeoJSON FeatureCollection of the municipality's sketch. */
  sketch: object;
  /** GeoJSON outline of the municipality: the ground. */
  boundary: object;
  localities: readonly Locality[];
  /** Names are left out while tiles show their own. */
  named: boolean;
}

/**
 * The municipality drawn by hand: ground, water, built-up areas, roads, railway, names. It lies below the tiles, so it is
 * there from the first moment and is covered when tiles come.
 */
export function SketchLayer({ sketch, boundary, localities, named }: SketchLayerProps) {
  const map = useMap();
  const features = useMemo(() => sketchFeatures(sketch), [sketch]);

  useEffect(
    function drawSketch() {
      const paths = new Paths(map, 'sketch', 150);
      const rails = features.filter(({ properties }) => properties.type === 'railway');
      paths.draw(boundary, () => classes(styles.ground));
      paths.draw<SketchProperties>({ type: 'FeatureCollection', features }, ({ properties }) =>
        classes(styles[properties.type], styles[`size${properties.size}`]),
      );
      paths.draw({ type: 'FeatureCollection', features: rails }, () => classes(styles.sleepers));
      return () => {
        paths.remove();
      };
    },
    [map, boundary, features],
  );

  return named ? <SketchLabels localities={localities} features={features} /> : null;
}
