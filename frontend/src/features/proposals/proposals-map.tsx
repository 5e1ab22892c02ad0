import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle, type MapSight } from '../../map/map-view.js';
import { MyPositionLayer } from '../../map/my-position-layer.js';
import { PositionWords } from '../../map/position-words.js';
import { useMyPosition } from '../../map/my-position.js';
import { PinLayer } from '../../map/pin-layer.js';
import { PlaceSearch } from '../../map/place-search.js';
import { showPlace } from '../../map/place-view.js';
import { MapLegend } from './map-legend.js';
import type { FeedMarks } from './proposal-pins.js';
import type { ProposalWords } from './proposal-words.js';
import styles from './proposals-map.module.css';
import type { MapPlace } from './use-map-address.js';

/** My position is shown this close. */
const NEAR_ZOOM = 15;

export interface ProposalsMapProps {
  municipality: Municipality;
  places: readonly NamedPlace[];
  marks: FeedMarks;
  words: ProposalWords;
  /** Where it opens; the whole municipality when null. */
  start: MapPlace | null;
  map: RefObject<MapHandle | null>;
  onSight: (sight: MapSight) => void;
  lit: { key: string; position: Position | null } | null;
  onLight: (reference: string | null) => void;
  chosen: string | null;
  onChoose: (reference: string, by: 'pointer' | 'keyboard') => void;
  /** Pixels at the lower edge under the list's sheet. */
  covered: number;
  /** Something else that the map can show. */
  layer?: MapLayer;
}

/** A layer beside the proposals: its switch, its marks and what they mean. */
export interface MapLayer {
  readonly toggle: ReactNode;
  readonly marks: ReactNode;
  readonly legend: ReactNode;
}

/** The map of proposals: pins and clusters, place search, my position, legend. Fetched with Leaflet when a map is wanted. */
export default function ProposalsMap({
  municipality,
  places,
  marks,
  words,
  start,
  map,
  onSight,
  lit,
  onLight,
  chosen,
  onChoose,
  covered,
  layer,
}: ProposalsMapProps) {
  const { t } = useTranslation('map');
  const myPosition = useMyPosition(municipality.boundary, ({ position }) => {
    map.current?.goTo(position, NEAR_ZOOM);
  });
  return (
    <MapView
      ground={municipality}
      label={t('of', { place: municipality.shortName })}
      start={start ?? undefined}
      handle={map}
      onSight={onSight}
      covered={covered}
      className={styles.map}
      over={
        <>
          <div className={styles.top}>
            <div className={styles.search}>
              <PlaceSearch
                places={places}
                onChoose={(place) => {
                  showPlace(map.current, place);
                }}
              />
            </div>
            {layer && <div>{layer.toggle}</div>}
            <PositionWords myPosition={myPosition} place={municipality.shortName} />
          </div>
          <MapButtons
            map={map}
            onLocate={myPosition.ask}
            locating={myPosition.state === 'asking'}
            onWhole={() => {
              map.current?.fit(municipality.bbox);
            }}
          />
          <MapLegend>{layer?.legend}</MapLegend>
        </>
      }
    >
      {layer?.marks}
      <MyPositionLayer found={myPosition.found} />
      <PinLayer
        pins={marks.pins}
        counted={marks.counted}
        countsInWords={words.counts}
        lit={lit}
        onLight={onLight}
        chosen={chosen}
        onChoose={onChoose}
      />
    </MapView>
  );
}
