import type { Position } from '@lofteskartan/shared/position';
import { Plus, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { RadioChips } from '../ui/chips.js';
import { announce } from '../ui/live-region.js';
import { CornerLayer } from './corner-layer.js';
import { crossesItself, directionOf, FEWEST_CORNERS, MOST_CORNERS, squareMetres } from './corners.js';
import { Cross } from './cross.js';
import { metresBetween } from './geometry.js';
import { MapButtons } from './map-buttons.js';
import { MapView, type MapGround, type MapHandle, type MapSight } from './map-view.js';
import styles from './outline-drawer.module.css';

/** The screen reader hears where the cross is when the map has rested this long. Milliseconds. */
const REST_MS = 600;
/** Nearer than this the cross is on a corner. Metres. */
const ON_IT_METRES = 3;
const CLOSE = 17;
const NEW = 'new';

interface OutlineDrawerProps {
  ground: MapGround;
  /** The name of what the map is of: "Ale". */
  place: string;
  /** What there is to begin from. */
  begin: readonly Position[];
  /** Where the map opens while there is none. */
  start: Position | undefined;
  onFinish: (corners: readonly Position[]) => void;
}

/**
 * An area is drawn corner by corner: with a tap or a click where the corner is, or with a button that sets it under the cross in the
 * middle, under which arrow keys move the map. Each corner can be chosen, moved and taken away.
 */
export function OutlineDrawer({ ground, place, begin, start, onFinish }: OutlineDrawerProps) {
  const { t } = useTranslation('work-outline');
  const { number, distance } = useFormats();
  const map = useRef<MapHandle>(null);
  const [corners, setCorners] = useState(begin);
  const [chosen, setChosen] = useState<number | null>(null);
  const [sight, setSight] = useState<MapSight | null>(null);
  const [tried, setTried] = useState(false);
  const [opensAt] = useState(() => {
    const center = begin[0] ?? start;
    return center ? { center, zoom: CLOSE } : { center: ground.map.center, zoom: ground.map.zoom };
  });
  const crosses = crossesItself(corners);
  const fault =
    corners.length < FEWEST_CORNERS ? t('tooFew', { count: FEWEST_CORNERS }) : crosses ? t('crosses') : null;

  const last = chosen ?? corners.length - 1;
  const from = corners[last];
  const metres = from && sight ? metresBetween(from, sight.center) : 0;
  const whereIsTheCross =
    from && sight
      ? t(metres < ON_IT_METRES ? 'cross.at' : `cross.${directionOf(from, sight.center)}`, {
          distance: distance(metres),
          corner: last + 1,
        })
      : t('cross.first');
  const [rested, setRested] = useState('');
  useEffect(
    function readAloudWhenTheMapRests() {
      const timer = setTimeout(() => {
        setRested(whereIsTheCross);
      }, REST_MS);
      return () => {
        clearTimeout(timer);
      };
    },
    [whereIsTheCross],
  );

  const put = (position: Position, at = chosen) => {
    if (at !== null) {
      setCorners(corners.map((corner, index) => (index === at ? position : corner)));
      announce(t('moved', { corner: at + 1 }));
    } else if (corners.length >= MOST_CORNERS) announce(t('full', { count: MOST_CORNERS }));
    else {
      setCorners([...corners, position]);
      announce(t('added', { corner: corners.length + 1 }));
    }
  };
  const takeAway = () => {
    const at = chosen ?? corners.length - 1;
    setChosen(null);
    if (at < 0) {
      announce(t('none'));
      return;
    }
    setCorners(corners.filter((_, index) => index !== at));
    announce(t('removed', { corner: at + 1, count: corners.length - 1 }));
  };
  return (
    <div className={styles.drawer}>
      <p>
        {t('how')} <span className={styles.keys}>{t('howKeys')}</span>
      </p>
      <MapView
        ground={ground}
        label={t('map', { place })}
        start={opensAt}
        handle={map}
        onSight={setSight}
        zoomsAroundMiddle
        className={styles.map}
        over={
          <>
            <Cross isClose />
            <MapButtons map={map} />
          </>
        }
      >
        <CornerLayer
          corners={corners}
          chosen={chosen}
          onTap={put}
          onEnter={put}
          onErase={takeAway}
          onChoose={setChosen}
          onMove={(index, position) => {
            put(position, index);
          }}
        />
      </MapView>
      <p className={styles.where} aria-hidden="true">
        {whereIsTheCross}
      </p>
      <p className={styles.aloud} aria-live="polite">
        {rested}
      </p>
      <div className={styles.acts}>
        <Button
          icon={<Plus size={20} aria-hidden="true" />}
          onClick={() => {
            if (sight) put(sight.center);
          }}
        >
          {chosen === null ? t('add') : t('move', { corner: chosen + 1 })}
        </Button>
        <Button icon={<Undo2 size={20} aria-hidden="true" />} onClick={takeAway}>
          {chosen === null ? t('removeLast') : t('remove', { corner: chosen + 1 })}
        </Button>
      </div>
      {corners.length > 0 && (
        <RadioChips
          label={t('which')}
          hint={t('whichHow')}
          value={chosen === null ? NEW : String(chosen)}
          options={[
            { value: NEW, label: t('new') },
            ...corners.map((_, index) => ({
              value: String(index),
              label: t('corner', { corner: index + 1 }),
            })),
          ]}
          onChange={(value) => {
            const index = value === NEW ? null : Number(value);
            const corner = index === null ? undefined : corners[index];
            setChosen(index);
            if (corner) map.current?.goTo(corner);
          }}
        />
      )}
      <p>
        {t('count', { count: corners.length })}{' '}
        {corners.length >= FEWEST_CORNERS &&
          !crosses &&
          t('area', { number: number(Math.max(1, Math.round(squareMetres(corners)))) })}
      </p>
      <div className={styles.finish}>
        {fault && (tried || crosses) && (
          <p className={styles.fault} role="alert">
            {fault}
          </p>
        )}
        <Button
          look="primary"
          wide
          onClick={() => {
            setTried(true);
            if (!fault) onFinish(corners);
          }}
        >
          {t('finish')}
        </Button>
      </div>
    </div>
  );
}
