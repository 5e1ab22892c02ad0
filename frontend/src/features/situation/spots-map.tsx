import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { SituationSpots } from '@lofteskartan/shared/contracts/situation';
import { type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DotLayer } from '../../map/dot-layer.js';
import { GlowLayer } from '../../map/glow-layer.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { RankLayer } from '../../map/rank-layer.js';
import { CERTAINTY_LOOKS } from './certainty-looks.js';
import { boxAround, glowsOf } from './glow.rules.js';
import styles from './situation.module.css';

interface SpotsMapProps {
  municipality: Municipality;
  spots: SituationSpots;
  handle: RefObject<MapHandle | null>;
  lit: number | null;
  onLight: (rank: number | null) => void;
}

/** Where people point: a light for each place, larger the more they are, and rings around those that stand out. Leaflet comes with it. */
export default function SpotsMap({ municipality, spots, handle, lit, onLight }: SpotsMapProps) {
  const { t } = useTranslation('work-situation');
  const { points, hotSpots, usual } = spots;
  const glows = useMemo(() => glowsOf(points, usual), [points, usual]);
  const [start] = useState(() => ({ box: boxAround(points) ?? municipality.bbox }));
  const dots = useMemo(
    () => points.map(({ position }) => ({ key: position.join(), position, filled: false })),
    [points],
  );
  const places = useMemo(
    () =>
      hotSpots.map(({ rank, position, certainty }) => ({ rank, position, look: CERTAINTY_LOOKS[certainty] })),
    [hotSpots],
  );
  return (
    <MapView
      ground={municipality}
      label={t('map.label', { municipality: municipality.shortName })}
      handle={handle}
      start={start}
      className={styles.map}
      over={
        <MapButtons
          map={handle}
          onWhole={() => {
            handle.current?.fit(municipality.bbox);
          }}
        />
      }
    >
      <GlowLayer glows={glows} />
      <DotLayer dots={dots} />
      <RankLayer places={places} lit={lit} onLight={onLight} />
    </MapView>
  );
}
