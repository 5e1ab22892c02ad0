import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { ZoomIn } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode, type Ref, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { useAddressAt, type AddressLookup } from './address-lookup.js';
import { Cross } from './cross.js';
import { FreeMiddle } from './free-middle.js';
import { holds } from './geometry.js';
import { MapButtons } from './map-buttons.js';
import { MapView, type MapGround, type MapHandle, type MapSight } from './map-view.js';
import { MyPositionLayer } from './my-position-layer.js';
import type { MyPosition } from './my-position.js';
import { PlaceSearch } from './place-search.js';
import { showPlace } from './place-view.js';
import { PositionWords } from './position-words.js';
import { surroundings, type Surroundings } from './nearest-place.js';
import { useSurroundingsInWords } from './surroundings-in-words.js';
import { TapToMiddle } from './tap-to-middle.js';
import styles from './place-picker.module.css';

/** Closer than this, a fingertip on the map is about 60 metres: near enough to mean a place. */
export const CLOSE_ENOUGH_ZOOM = 15;
/** The screen reader hears where the cross is when the map has rested this long. Milliseconds. */
const REST_MS = 600;
const OUTSIDE_TOLERANCE_METRES = 300;

export interface PickedPlace {
  position: Position;
  surroundings: Surroundings;
}

export interface PlacePickerProps {
  ground: MapGround;
  /** The name of what the map is of: "Ale". */
  place: string;
  /** The municipality's place list: for the search, and what the place under the cross is called. */
  places: readonly NamedPlace[];
  /** Where the cross begins; where the municipality's map opens when left out. */
  start?: Position;
  map: RefObject<MapHandle | null> & Ref<MapHandle>;
  myPosition: MyPosition;
  /** Looks addresses up, where the installation can. */
  lookup?: AddressLookup;
  onPick: (place: PickedPlace) => void;
  /** Other layers, such as what neighbours have pointed out. */
  children?: ReactNode;
}

/**
 * Points out a place: a cross stands still in the middle and the map moves under it, by finger, mouse, arrow keys or a tap
 * that brings a point to the middle. What lies under the cross is named below and read aloud.
 */
export function PlacePicker({
  ground,
  place,
  places,
  start,
  map,
  myPosition,
  lookup,
  onPick,
  children,
}: PlacePickerProps) {
  const { t } = useTranslation('map');
  const inWords = useSurroundingsInWords();
  const [sight, setSight] = useState<MapSight | null>(null);
  const [opensAt] = useState(() =>
    start
      ? { center: start, zoom: CLOSE_ENOUGH_ZOOM + 1 }
      : { center: ground.map.center, zoom: ground.map.zoom },
  );
  const around = useMemo(() => (sight ? surroundings(places, sight.center) : null), [places, sight]);
  const isClose = (sight?.zoom ?? 0) >= CLOSE_ENOUGH_ZOOM;
  const isOutside =
    sight !== null && isClose && !holds(ground.boundary, sight.center, OUTSIDE_TOLERANCE_METRES);
  const address = useAddressAt(lookup, isClose && sight ? sight.center : null);
  const known = around === null ? '' : isClose ? inWords(around) : t('picker.tooFar');
  const words = address && isClose ? t('near.address', { place: known, address }) : known;
  const [rested, setRested] = useState('');
  useEffect(
    function readAloudWhenTheMapRests() {
      const timer = setTimeout(() => {
        setRested(words);
      }, REST_MS);
      return () => {
        clearTimeout(timer);
      };
    },
    [words],
  );

  return (
    <div className={styles.picker}>
      <MapView
        ground={ground}
        label={t('of', { place })}
        start={opensAt}
        handle={map}
        onSight={setSight}
        zoomsAroundMiddle
        className={styles.map}
        over={
          <>
            <div className={styles.search}>
              <PlaceSearch
                places={places}
                lookup={lookup}
                onChoose={(found) => {
                  showPlace(map.current, found, CLOSE_ENOUGH_ZOOM);
                }}
              />
            </div>
            <Cross isClose={isClose} />
            <MapButtons map={map} onLocate={myPosition.ask} locating={myPosition.state === 'asking'} />
          </>
        }
      >
        <TapToMiddle />
        <FreeMiddle />
        <MyPositionLayer found={myPosition.found} />
        {children}
      </MapView>
      <div className={styles.below}>
        <p className={styles.where} aria-hidden="true">
          {words}
        </p>
        <p className={styles.aloud} aria-live="polite">
          {rested}
        </p>
        <PositionWords myPosition={myPosition} place={place} />
        {isOutside && <p className={styles.outside}>{t('picker.outside')}</p>}
        <p className={styles.hint}>
          {t('picker.notHome')}
          {lookup && ` ${t('picker.addressesFrom')}`}
        </p>
        <div className={styles.actions}>
          {!isClose && (
            <Button
              icon={<ZoomIn size={20} aria-hidden="true" />}
              onClick={() => {
                if (sight) map.current?.goTo(sight.center, Math.min(CLOSE_ENOUGH_ZOOM, sight.zoom + 2));
              }}
            >
              {t('picker.zoomIn')}
            </Button>
          )}
          <Button
            look="primary"
            wide
            disabled={!isClose}
            onClick={() => {
              if (sight && around) onPick({ position: sight.center, surroundings: around });
            }}
          >
            {t('picker.here')}
          </Button>
        </div>
      </div>
    </div>
  );
}
