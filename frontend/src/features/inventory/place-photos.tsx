import type { PlacePhoto, StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { INVENTORY_LIMITS, PHOTO_LIGHTS, type PhotoLight } from '@lofteskartan/shared/inventory';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { Camera, Eye, EyeOff, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { PhotoField } from '../../ui/photo-field.js';
import { ErrorState } from '../../ui/states.js';
import { Tag } from '../../ui/status-mark.js';
import { toast } from '../../ui/toast.js';
import { useAddPlacePhotos, useChangePlacePhoto } from './inventory.queries.js';
import styles from './inventory.module.css';

const NO_PHOTOS: readonly File[] = [];
const LIGHT_ICONS = { day: Sun, night: Moon } as const;

/** Photos of a place by day and night: what everyone sees is decided for each. */
export function PlacePhotos({ place }: { place: StaffPlace }) {
  const { t } = useTranslation('work-inventory');
  const [isAdding, setAdding] = useState(false);
  const change = useChangePlacePhoto(place.reference);
  return (
    <>
      {place.photos.length === 0 && <p className={styles.soft}>{t('photos.none')}</p>}
      <ul className={styles.photos}>
        {place.photos.map((photo) => (
          <Photo
            key={photo.id}
            photo={photo}
            name={place.name}
            onShow={
              place.mayChange
                ? (isPublic) => {
                    change.mutate({ id: photo.id, version: place.version, isPublic });
                  }
                : undefined
            }
          />
        ))}
      </ul>
      {change.error && <ErrorState error={change.error} title={t('photos.notSaved')} />}
      {place.mayChange &&
        place.photos.length < INVENTORY_LIMITS.photosPerPlace &&
        (isAdding ? (
          <AddPhotos
            place={place}
            onDone={() => {
              setAdding(false);
            }}
          />
        ) : (
          <div>
            <Button
              icon={<Camera size={18} aria-hidden="true" />}
              onClick={() => {
                setAdding(true);
              }}
            >
              {t('photos.add')}
            </Button>
          </div>
        ))}
    </>
  );
}

interface PhotoProps {
  photo: PlacePhoto;
  name: string;
  onShow: ((isPublic: boolean) => void) | undefined;
}

function Photo({ photo, name, onShow }: PhotoProps) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const { url, thumbnailUrl, width, height, light, isPublic } = photo;
  const Icon = LIGHT_ICONS[light];
  const words = t(`light.${light}`, { ns: 'inventory' });
  return (
    <li className={styles.photo}>
      <a href={url}>
        <img src={thumbnailUrl} width={width} height={height} alt={t('photos.alt', { name, light: words })} />
      </a>
      <span>
        <Tag icon={<Icon size={15} aria-hidden="true" />}>{words}</Tag>{' '}
        <Tag>{t(isPublic ? 'measures.isPublic' : 'measures.notPublic')}</Tag>
      </span>
      {onShow && (
        <Button
          look="quiet"
          icon={isPublic ? <EyeOff size={18} aria-hidden="true" /> : <Eye size={18} aria-hidden="true" />}
          onClick={() => {
            onShow(!isPublic);
          }}
        >
          {t(isPublic ? 'photos.hide' : 'photos.show')}
        </Button>
      )}
    </li>
  );
}

function AddPhotos({ place, onDone }: { place: StaffPlace; onDone: () => void }) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const add = useAddPlacePhotos(place.reference);
  const [key] = useState(newKey);
  const [light, setLight] = useState<PhotoLight>('day');
  const [photos, setPhotos] = useState(NO_PHOTOS);
  const left = INVENTORY_LIMITS.photosPerPlace - place.photos.length;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (photos.length === 0 || add.isPending) return;
        add.mutate(
          { light, photos, key },
          {
            onSuccess: () => {
              toast(t('photos.saved'));
              onDone();
            },
          },
        );
      }}
    >
      <RadioChips
        label={t('photos.light')}
        value={light}
        options={PHOTO_LIGHTS.map((value) => ({ value, label: t(`light.${value}`, { ns: 'inventory' }) }))}
        onChange={setLight}
      />
      <PhotoField
        label={t('photos.choose')}
        hint={t('photos.chooseHint')}
        photos={photos}
        max={Math.min(LIMITS.photosPerProposal, left)}
        onChange={setPhotos}
      />
      {add.error && <ErrorState error={add.error} title={t('photos.notSaved')} />}
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={add.isPending}>
          {t('photos.save')}
        </Button>
        <Button onClick={onDone}>{t('photos.cancel')}</Button>
      </div>
    </form>
  );
}
