import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { useMemo, useRef } from 'react';
import type { MapHandle } from '../../../map/map-view.js';
import { useMyPosition } from '../../../map/my-position.js';
import { CLOSE_ENOUGH_ZOOM, PlacePicker } from '../../../map/place-picker.js';
import { useSurroundingsInWords } from '../../../map/surroundings-in-words.js';
import { addressLookup } from './address-lookup.js';
import styles from './form.module.css';

/** A road this near is the road that is meant. Metres. */
const ROAD_MEANT_METRES = 60;

export interface PointedOut {
  position: Position;
  /** "På Göteborgsvägen, Nödinge" */
  words: string;
  /** The road of the place list that it lies on. */
  road: string | null;
}

export interface PlaceMapProps {
  municipality: Municipality;
  places: readonly NamedPlace[];
  start: Position | null;
  onPick: (place: PointedOut) => void;
}

/** The map of the form. Fetched with Leaflet when the screen is reached. */
export default function PlaceMap({ municipality, places, start, onPick }: PlaceMapProps) {
  const map = useRef<MapHandle>(null);
  const inWords = useSurroundingsInWords();
  const { slug, geocoder } = municipality;
  const lookup = useMemo(() => (geocoder ? addressLookup(slug) : undefined), [slug, geocoder]);
  const myPosition = useMyPosition(municipality.boundary, ({ position }) => {
    map.current?.goTo(position, CLOSE_ENOUGH_ZOOM + 2);
  });
  return (
    <div className={styles.picker}>
      <PlacePicker
        ground={municipality}
        place={municipality.shortName}
        places={places}
        start={start ?? undefined}
        map={map}
        myPosition={myPosition}
        lookup={lookup}
        onPick={({ position, surroundings }) => {
          const { road } = surroundings;
          onPick({
            position,
            words: inWords(surroundings),
            road: road && road.metres <= ROAD_MEANT_METRES ? road.name : null,
          });
        }}
      />
    </div>
  );
}
