import type { CaseProposal } from '@lofteskartan/shared/contracts/cases';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pin } from '../../map/cluster-index.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { PinLayer } from '../../map/pin-layer.js';
import { KIND_SHAPES, STATUS_LOOKS } from '../../platform/looks.js';
import styles from './gathering.module.css';
import { viewOf } from './gathering.rules.js';

interface GatheringMapProps {
  municipality: Municipality;
  /** The number of the proposal that leads. */
  leader: string;
  proposals: readonly (CaseProposal & { position: Position })[];
}

/** The exact positions of a whole case. Fetched with `lazy()`: Leaflet comes with it. */
export default function GatheringMap({ municipality, leader, proposals }: GatheringMapProps) {
  const { t } = useTranslation(['work-gathering', 'words']);
  const map = useRef<MapHandle>(null);
  const pins = useMemo<Pin[]>(
    () =>
      proposals.map(({ reference, position, kind, status }) => ({
        key: reference,
        position,
        shape: KIND_SHAPES[kind],
        ...STATUS_LOOKS[status],
        label: reference === leader ? t('pinLeader', { reference }) : reference,
      })),
    [proposals, leader, t],
  );
  const countsInWords = useCallback(
    (counts: Record<string, number>) => String(Object.values(counts).reduce((sum, count) => sum + count, 0)),
    [],
  );
  const start = viewOf(proposals.map(({ position }) => position));
  if (!start) return null;
  return (
    <MapView
      ground={municipality}
      label={t('map')}
      start={start}
      handle={map}
      className={styles.map}
      over={<MapButtons map={map} />}
    >
      <PinLayer pins={pins} countsInWords={countsInWords} chosen={leader} onChoose={() => undefined} />
    </MapView>
  );
}
