import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Town, TownMap } from '@lofteskartan/shared/contracts/town';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.js';
import { PositionField } from './position-field.js';
import { positionText, readPosition } from './shape-box.js';
import styles from './town.module.css';

/** How the map opens, as it stands in the fields. */
export interface TownMapWords {
  center: string;
  zoom: string;
}

/** How close a municipality's map may open; the whole map goes farther in both directions. */
const ZOOMS = [8, 9, 10, 11, 12, 13, 14] as const;

export const wordsOfTownMap = ({ center, zoom }: TownMap): TownMapWords => ({
  center: positionText(center),
  zoom: String(zoom),
});

/** The map that the fields say, or null when its middle is no position. What is not asked for stays. */
export function readTownMap({ center, zoom }: TownMapWords, before: TownMap): TownMap | null {
  const position = readPosition(center);
  if (!position) return null;
  const level = Number(zoom);
  return Object.assign({}, before, {
    center: position,
    zoom: level,
    minZoom: Math.min(before.minZoom, level),
  });
}

interface MapFieldsProps {
  value: TownMapWords;
  onChange: (value: TownMapWords) => void;
  tried: boolean;
  town: Town;
  /** The map to point on; null while it is fetched. */
  ground: Municipality | null;
  faultOf: (field: 'center' | 'zoom') => string | undefined;
}

/** The middle of the map and how close it opens. */
export function MapFields({ value, onChange, tried, town, ground, faultOf }: MapFieldsProps) {
  const { t } = useTranslation('work-town');
  const levels = [...new Set<number>([...ZOOMS, town.map.zoom])].sort((a, b) => a - b);
  return (
    <fieldset className={styles.group}>
      <legend>{t('map.title')}</legend>
      <p className={styles.soft}>{t('map.lead')}</p>
      <PositionField
        label={t('map.center')}
        value={value.center}
        onChange={(center) => {
          onChange({ ...value, center });
        }}
        error={tried && !readPosition(value.center) ? t('position.wrong') : faultOf('center')}
        ground={ground}
        place={town.shortName}
      />
      <div className={styles.short}>
        <SelectField
          label={t('map.zoom')}
          hint={t('map.zoomHow')}
          value={value.zoom}
          options={levels.map((level) => ({
            value: String(level),
            label:
              level === levels[0]
                ? t('map.farthest', { level })
                : level === levels.at(-1)
                  ? t('map.closest', { level })
                  : String(level),
          }))}
          error={faultOf('zoom')}
          onChange={(zoom) => {
            onChange({ ...value, zoom });
          }}
        />
      </div>
    </fieldset>
  );
}
