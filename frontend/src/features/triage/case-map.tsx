import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Position } from '@lofteskartan/shared/position';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pin } from '../../map/cluster-index.js';
import { MapButtons } from '../../map/map-buttons.js';
import { MapView, type MapHandle } from '../../map/map-view.js';
import { PinLayer } from '../../map/pin-layer.js';
import { KIND_SHAPES, STATUS_LOOKS } from '../../platform/looks.js';
import styles from './case-place.module.css';

/** Close enough that nothing is gathered: the exact and the public place stand apart. */
const CLOSE = 17;
const EXACT = 'exact';
const PUBLIC = 'public';

interface CaseMapProps {
  municipality: Municipality;
  proposal: TriageProposal;
  position: Position;
  onNeighbour: (reference: string) => void;
}

/** The exact place, the one that the public sees, and the neighbours. Fetched with `lazy()`: Leaflet comes with it. */
export default function CaseMap({ municipality, proposal, position, onNeighbour }: CaseMapProps) {
  const { t } = useTranslation(['work-case', 'words']);
  const map = useRef<MapHandle>(null);
  const { kind, status, publicPosition, neighbours } = proposal;
  const pins = useMemo<Pin[]>(() => {
    const shape = KIND_SHAPES[kind];
    const all: Pin[] = [{ key: EXACT, position, shape, ...STATUS_LOOKS[status], label: t('place.exact') }];
    if (publicPosition)
      all.push({
        key: PUBLIC,
        position: publicPosition,
        shape,
        fill: 'dotted',
        tone: 'wait',
        label: t('place.public'),
      });
    for (const each of neighbours)
      all.push({
        key: each.reference,
        position: each.position,
        shape: KIND_SHAPES[each.kind],
        ...STATUS_LOOKS[each.status],
        label: `${t('place.neighbour')}: ${t(`kind.${each.kind}`, { ns: 'words' })} ${each.reference}`,
      });
    return all;
  }, [kind, status, position, publicPosition, neighbours, t]);
  const countsInWords = useCallback(
    (counts: Record<string, number>) => String(Object.values(counts).reduce((sum, count) => sum + count, 0)),
    [],
  );
  return (
    <MapView
      ground={municipality}
      label={t('place.map')}
      start={{ center: position, zoom: CLOSE }}
      handle={map}
      className={styles.map}
      over={<MapButtons map={map} />}
    >
      <PinLayer
        pins={pins}
        countsInWords={countsInWords}
        chosen={EXACT}
        onChoose={(key) => {
          if (key !== EXACT && key !== PUBLIC) onNeighbour(key);
        }}
      />
    </MapView>
  );
}
