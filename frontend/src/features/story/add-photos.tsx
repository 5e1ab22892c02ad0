import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { PhotoField } from '../../ui/photo-field.js';
import { toast } from '../../ui/toast.js';
import { useAddPhotos } from './follow.queries.js';
import styles from './own-photos.module.css';

export interface AddPhotosProps {
  reference: string;
  followToken: string;
  /** How many there are already. */
  already: number;
}

/** More photos for what was sent. The chosen ones and their key stay until the server has them. */
export function AddPhotos({ reference, followToken, already }: AddPhotosProps) {
  const { t } = useTranslation('story');
  const [chosen, setChosen] = useState<{ photos: File[]; key: string }>({ photos: [], key: '' });
  const add = useAddPhotos(reference, followToken);
  const room = LIMITS.photosPerProposal - already;
  const tooLarge = chosen.photos.find((photo) => photo.size > LIMITS.photoBytes);
  const failed = () => {
    if (tooLarge) return t('photos.tooLarge', { name: tooLarge.name });
    if (!add.error) return undefined;
    return add.error.detail || t('photos.notSent');
  };
  if (room <= 0) return <p>{t('photos.full')}</p>;
  return (
    <div className={styles.add}>
      <PhotoField
        label={t('photos.add')}
        hint={t('photos.addHint', { count: room })}
        error={failed()}
        photos={chosen.photos}
        max={room}
        onChange={(photos) => {
          // Other photos are another intention, with a key of its own.
          setChosen({ photos, key: newKey() });
          add.reset();
        }}
      />
      {chosen.photos.length > 0 && (
        <Button
          look="primary"
          busy={add.isPending}
          disabled={tooLarge !== undefined}
          onClick={() => {
            add.mutate(
              { photos: chosen.photos, idempotencyKey: chosen.key },
              {
                onSuccess: () => {
                  setChosen({ photos: [], key: '' });
                  toast(t('photos.sent'));
                  announce(t('photos.sent'));
                },
              },
            );
          }}
        >
          {add.isPending ? t('photos.sending') : t('photos.send', { count: chosen.photos.length })}
        </Button>
      )}
    </div>
  );
}
