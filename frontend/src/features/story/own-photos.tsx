import type { OwnPhoto } from '@lofteskartan/shared/contracts/proposals';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../ui/status-mark.js';
import { ownPictureQuery } from './follow.queries.js';
import styles from './own-photos.module.css';
import { PUBLICATION_LOOKS } from './publication-looks.js';

/** The picture itself comes by a request that carries the token: its address alone opens nothing. */
function Picture({ followToken, address, alt }: { followToken: string; address: string; alt: string }) {
  const { t } = useTranslation('story');
  const { data, isError } = useQuery(ownPictureQuery(followToken, address));
  const show = (image: HTMLImageElement | null) => {
    if (!image || !data) return undefined;
    const shown = URL.createObjectURL(data);
    image.src = shown;
    return () => {
      URL.revokeObjectURL(shown);
    };
  };
  return (
    <span className={styles.picture}>
      {data && <img ref={show} alt={alt} />}
      {isError && t('photos.failed')}
      {!data && !isError && t('photos.coming')}
    </span>
  );
}

/** One's own photos, each with what was decided about it. */
export function OwnPhotos({
  photos,
  followToken,
  isGone,
}: {
  photos: readonly OwnPhoto[];
  followToken: string;
  /** Withdrawn or hidden: nothing of it is shown to others, whatever was decided. */
  isGone: boolean;
}) {
  const { t } = useTranslation('story');
  if (photos.length === 0) return null;
  return (
    <ul className={styles.list}>
      {photos.map(({ id, thumbnailUrl, publication, secret }, index) => {
        if (secret)
          return (
            <li key={id} className={styles.photo}>
              <span className={styles.picture}>{t('photos.secret')}</span>
            </li>
          );
        const state = isGone ? 'kept-back' : publication;
        return (
          <li key={id} className={styles.photo}>
            <Picture
              followToken={followToken}
              address={thumbnailUrl}
              alt={t('photos.altOwn', { number: index + 1, count: photos.length })}
            />
            <StatusMark {...PUBLICATION_LOOKS[state]}>{t(`photos.state.${state}`)}</StatusMark>
          </li>
        );
      })}
    </ul>
  );
}
