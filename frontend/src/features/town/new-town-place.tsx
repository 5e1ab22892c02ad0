import type { MapSettings } from '@lofteskartan/shared/contracts/municipalities';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapGround } from '../../map/map-view.js';
import { SkeletonBlock } from '../../ui/skeleton.js';
import { TextField } from '../../ui/text-field.js';
import { FileField } from './file-field.js';
import type { NewTownPartProps } from './new-town-part.js';
import { PositionField } from './position-field.js';
import { boxAround, boxOf, polygonOf, readPosition } from './shape-box.js';
import { ShapeReportView } from './shape-report.js';
import { useCheckShape } from './town.queries.js';
import styles from './town.module.css';

const ShapeMap = lazy(() => import('./shape-map.js'));
const noSketch = { type: 'FeatureCollection', features: [] };
const noTiles: MapSettings = { center: [12, 58], zoom: 11, minZoom: 5, maxZoom: 18, tiles: null };

interface NewTownPlaceProps extends NewTownPartProps {
  /** A municipality of this person's own, in whose name the file is looked at. */
  checkedBy: string;
  tiles: MapSettings['tiles'];
}

/** Where the new municipality is: its outline, or a box to begin with, and its first locality. */
export function NewTownPlace({ draft, change, errorOf, checkedBy, tiles }: NewTownPlaceProps) {
  const { t } = useTranslation('work-town');
  const check = useCheckShape(checkedBy, 'outline');
  const position = readPosition(draft.position);
  const kilometres = Number(draft.kilometres);
  const shape = check.data?.shape ?? null;
  const box = shape ? boxOf(shape) : position && kilometres > 0 ? boxAround(position, kilometres) : null;
  const boundary = shape ?? (box ? polygonOf(box) : null);
  const settings = Object.assign({}, noTiles, { tiles });
  const ground: MapGround | null =
    boundary && box
      ? {
          bbox: box,
          boundary,
          sketch: noSketch,
          localities: [],
          map: Object.assign({}, settings, { center: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] }),
        }
      : null;
  return (
    <fieldset className={styles.group}>
      <legend>{t('newTown.place')}</legend>
      <p className={styles.soft}>{t('newTown.placeHow')}</p>
      <FileField
        label={t('shape.file')}
        hint={t('newTown.fileHow')}
        accept=".geojson,.json,application/geo+json,application/json"
        onText={(text) => {
          check.mutate(text, {
            onSuccess: (report) => {
              change({ outline: report.shape ? text : null });
            },
          });
        }}
      />
      {check.data && <ShapeReportView report={check.data} />}
      <div className={styles.pair}>
        <TextField
          label={t('newTown.locality')}
          hint={t('newTown.localityHow')}
          autoComplete="off"
          maxLength={80}
          value={draft.locality}
          error={errorOf('locality')}
          onChange={({ target: { value } }) => {
            change({ locality: value });
          }}
        />
        {draft.outline === null && (
          <TextField
            label={t('newTown.kilometres')}
            hint={t('newTown.kilometresHow')}
            inputMode="numeric"
            autoComplete="off"
            className={styles.short}
            value={draft.kilometres}
            error={errorOf('kilometres')}
            onChange={({ target: { value } }) => {
              change({ kilometres: value });
            }}
          />
        )}
      </div>
      <PositionField
        label={t('newTown.position')}
        value={draft.position}
        onChange={(text) => {
          change({ position: text });
        }}
        error={errorOf('position')}
        ground={ground}
        place={draft.shortName || draft.locality}
      />
      {boundary && (
        <Suspense fallback={<SkeletonBlock height="20rem" />}>
          <ShapeMap
            key={box?.join(' ')}
            label={t('shape.mapNew', { place: draft.shortName })}
            boundary={boundary}
            sketch={noSketch}
            localities={position ? [{ slug: 'ny', name: draft.locality, position, population: null }] : []}
            settings={settings}
          />
        </Suspense>
      )}
    </fieldset>
  );
}
