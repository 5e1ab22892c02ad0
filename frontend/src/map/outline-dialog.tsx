import type { Position } from '@lofteskartan/shared/position';
import { Dialog } from '../ui/dialog.js';
import type { MapGround } from './map-view.js';
import { OutlineDrawer } from './outline-drawer.js';

export interface OutlineDialogProps {
  title: string;
  ground: MapGround;
  /** The name of what the map is of: "Ale". */
  place: string;
  begin: readonly Position[];
  start: Position | undefined;
  onFinish: (corners: readonly Position[]) => void;
  onClose: () => void;
}

/** A window in which an area is drawn. Fetch it with `lazy()`: Leaflet comes with it. */
export default function OutlineDialog({ title, onClose, ...drawing }: OutlineDialogProps) {
  return (
    <Dialog title={title} open onClose={onClose} wide>
      <OutlineDrawer {...drawing} />
    </Dialog>
  );
}
