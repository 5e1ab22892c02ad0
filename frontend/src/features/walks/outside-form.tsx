import { PHOTO_LIGHTS, type PhotoLight } from '@lofteskartan/shared/inventory';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Save } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { PhotoField } from '../../ui/photo-field.js';
import { ChecklistFields } from './checklist-fields.js';
import { isSomethingSeen, type SeenDraft } from './nothing-seen.js';
import styles from './outside.module.css';

/** What is saved of a stop at once. */
export interface ToldStop {
  /** Null when only photos were taken. */
  readonly seen: SeenDraft | null;
  readonly light: PhotoLight;
  readonly photos: readonly File[];
}

interface OutsideFormProps {
  number: number;
  name: string;
  start: SeenDraft;
  /** Says why it could not be kept, or null when it was. */
  onSave: (told: ToldStop) => Promise<'full' | 'tooMuch' | null>;
}

const NO_PHOTOS: readonly File[] = [];

/** A stop, filled in with one thumb: the checklist, a note without names, and photos. */
export function OutsideForm({ number, name, start, onSave }: OutsideFormProps) {
  const { t } = useTranslation(['work-walks', 'inventory']);
  const [seen, setSeen] = useState(start);
  const [photos, setPhotos] = useState(NO_PHOTOS);
  const [light, setLight] = useState<PhotoLight>('night');
  const [fault, setFault] = useState<'nothingToSave' | 'full' | 'tooMuch' | null>(null);
  const isSeen = isSomethingSeen(seen);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSeen && photos.length === 0) {
          setFault('nothingToSave');
          return;
        }
        void onSave({ seen: isSeen ? seen : null, light, photos }).then(setFault);
      }}
    >
      <h2 id="outside-stop" tabIndex={-1}>
        {t('out.stop', { number, name })}
      </h2>
      <div className={styles.big}>
        <ChecklistFields
          draft={seen}
          change={(part) => {
            setSeen((before) => ({ ...before, ...part }));
          }}
        />
        <PhotoField
          label={t('out.photos')}
          hint={t('out.photosHint')}
          optional
          photos={photos}
          max={LIMITS.photosPerProposal}
          onChange={setPhotos}
        />
        {photos.length > 0 && (
          <RadioChips
            label={t('out.light')}
            value={light}
            options={PHOTO_LIGHTS.map((value) => ({
              value,
              label: t(`light.${value}`, { ns: 'inventory' }),
            }))}
            onChange={setLight}
          />
        )}
      </div>
      {fault && (
        <Notice tone="error" announced>
          {t(`out.${fault}`)}
        </Notice>
      )}
      <div className={styles.bar}>
        <Button
          type="submit"
          look="primary"
          wide
          className={styles.save}
          icon={<Save size={24} aria-hidden="true" />}
        >
          {t('out.saveStop', { number })}
        </Button>
      </div>
    </form>
  );
}
