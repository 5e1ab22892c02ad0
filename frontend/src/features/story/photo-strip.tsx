import type { PublicPhoto } from '@lofteskartan/shared/contracts/proposals';
import { useTranslation } from 'react-i18next';
import styles from './photo-strip.module.css';

/** Released photos; each leads to its large version. */
export function PhotoStrip({ photos }: { photos: readonly PublicPhoto[] }) {
  const { t } = useTranslation('story');
  if (photos.length === 0) return null;
  return (
    <ul className={styles.strip}>
      {photos.map(({ id, url, thumbnailUrl, width, height }, index) => (
        <li key={id}>
          <a href={url}>
            <img
              src={thumbnailUrl}
              width={width}
              height={height}
              loading="lazy"
              alt={t('photos.alt', { number: index + 1, count: photos.length })}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
