import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { PencilRuler, Trash2 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cornersOf, outlineOfCorners, squareMetres } from '../../map/corners.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { TextArea } from '../../ui/text-field.js';
import styles from './inventory.module.css';
import { outlineOf } from './place-draft.js';

const OutlineDialog = lazy(() => import('../../map/outline-dialog.js'));

interface OutlineFieldProps {
  /** GeoJSON as text, '' for none. */
  value: string;
  municipality: Municipality | undefined;
  /** Where the map opens while nothing is drawn. */
  start: Position | undefined;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The outline of a place: drawn on the map, or pasted by those who have it as a file. */
export function OutlineField({ value, municipality, start, error, onChange }: OutlineFieldProps) {
  const { t } = useTranslation(['work-outline', 'work-inventory']);
  const { number } = useFormats();
  const [isDrawing, setDrawing] = useState(false);
  const draw = useRef<HTMLButtonElement>(null);
  const outline = outlineOf(value);
  const corners = outline ? cornersOf(outline) : [];
  const says =
    outline === undefined
      ? t('field.unread')
      : outline === null
        ? t('field.none')
        : corners === null
          ? t('field.detailed')
          : `${t('count', { count: corners.length })} ${t('area', { number: number(Math.round(squareMetres(corners))) })}`;
  return (
    <fieldset className={styles.outline}>
      <legend>{t('field.label')}</legend>
      <p className={styles.soft}>{t('field.hint')}</p>
      <p>{says}</p>
      <div className={styles.actions}>
        {municipality && (
          <Button
            ref={draw}
            icon={<PencilRuler size={18} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => {
              setDrawing(true);
            }}
          >
            {t(corners === null || !outline ? 'field.draw' : 'field.change')}
          </Button>
        )}
        {value !== '' && (
          <Button
            look="quiet"
            icon={<Trash2 size={18} aria-hidden="true" />}
            onClick={() => {
              onChange('');
              draw.current?.focus();
              announce(t('field.removed'));
            }}
          >
            {t('field.remove')}
          </Button>
        )}
      </div>
      <details open={error !== undefined || undefined}>
        <summary>{t('field.paste')}</summary>
        <TextArea
          label={t('field.geojson')}
          optional
          rows={3}
          value={value}
          error={error}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      </details>
      {municipality && isDrawing && (
        <Suspense fallback={null}>
          <OutlineDialog
            title={t('title')}
            ground={municipality}
            place={municipality.shortName}
            begin={corners ?? []}
            start={start}
            onFinish={(drawn) => {
              onChange(JSON.stringify(outlineOfCorners(drawn)));
              setDrawing(false);
            }}
            onClose={() => {
              setDrawing(false);
            }}
          />
        </Suspense>
      )}
    </fieldset>
  );
}
