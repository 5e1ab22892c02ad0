import type { Position } from '@lofteskartan/shared/position';
import { MapPin } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapGround } from '../../map/map-view.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { positionText, readPosition } from './shape-box.js';
import styles from './town.module.css';

const PlaceDialog = lazy(() => import('../../map/place-dialog.js'));
const NO_PLACES: [] = [];

interface PositionFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  error?: string;
  /** The map to point on; null while there is none. */
  ground: MapGround | null;
  /** What the map is of: "Ale". */
  place: string;
}

/** A position, pointed out on the map or typed as longitude and latitude. */
export function PositionField({ label, value, onChange, error, ground, place }: PositionFieldProps) {
  const { t } = useTranslation('work-town');
  const [isOpen, setOpen] = useState(false);
  const start: Position | null = readPosition(value);
  return (
    <div className={styles.end}>
      <TextField
        label={label}
        hint={t('position.how')}
        error={error}
        autoComplete="off"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {ground && (
        <Button
          icon={<MapPin size={18} aria-hidden="true" />}
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('position.point')}
        </Button>
      )}
      {ground && isOpen && (
        <Suspense fallback={null}>
          <PlaceDialog
            title={label}
            ground={ground}
            place={place}
            places={NO_PLACES}
            start={start ?? undefined}
            onPick={(position) => {
              onChange(positionText(position));
              setOpen(false);
            }}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
