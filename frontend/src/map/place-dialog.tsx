import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { useRef } from 'react';
import { Dialog } from '../ui/dialog.js';
import type { MapGround, MapHandle } from './map-view.js';
import { useMyPosition } from './my-position.js';
import { CLOSE_ENOUGH_ZOOM, PlacePicker } from './place-picker.js';

export interface PlaceDialogProps {
  title: string;
  ground: MapGround;
  /** The name of what the map is of: "Ale". */
  place: string;
  places: readonly NamedPlace[];
  start?: Position;
  onPick: (position: Position) => void;
  onClose: () => void;
}

/** A window in which a place is pointed out. Fetch it with `lazy()`: Leaflet comes with it. */
export default function PlaceDialog({
  title,
  ground,
  place,
  places,
  start,
  onPick,
  onClose,
}: PlaceDialogProps) {
  const map = useRef<MapHandle>(null);
  const myPosition = useMyPosition(ground.boundary, ({ position }) => {
    map.current?.goTo(position, CLOSE_ENOUGH_ZOOM + 1);
  });
  return (
    <Dialog title={title} open onClose={onClose} wide>
      <PlacePicker
        ground={ground}
        place={place}
        places={places}
        start={start}
        map={map}
        myPosition={myPosition}
        onPick={(picked) => {
          onPick(picked.position);
        }}
      />
    </Dialog>
  );
}
