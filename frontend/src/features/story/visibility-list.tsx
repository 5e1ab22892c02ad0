import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { StatusMark } from '../../ui/status-mark.js';
import { PUBLICATION_LOOKS } from './publication-looks.js';
import styles from './visibility-list.module.css';
import { neverShown, visibility } from './visibility.js';

/** What others see of what was sent, what waits to be read, and what is never shown. */
export function VisibilityList({ followed }: { followed: FollowedProposal }) {
  const { t } = useTranslation('story');
  const { list } = useFormats();
  const count = (state: string) => followed.photos.filter(({ publication }) => publication === state).length;
  const photos = [
    count('released') > 0 && t('visible.photosShown', { count: count('released') }),
    count('pending') > 0 && t('visible.photosWait', { count: count('pending') }),
    count('kept-back') > 0 && t('visible.photosNot', { count: count('kept-back') }),
  ]
    .filter(Boolean)
    .join(' ');
  const never = neverShown(followed);
  return (
    <>
      <ul className={styles.list}>
        {visibility(followed).map(({ what, state, why }) => (
          <li key={what} className={styles.part}>
            <StatusMark {...PUBLICATION_LOOKS[state]}>{t(`visible.part.${what}`)}</StatusMark>
            <span className={styles.why}>
              {why === 'photos'
                ? photos
                : why === 'photosGone'
                  ? t('visible.words.not')
                  : t(`visible.${why}`, { reference: followed.duplicateOf })}
            </span>
          </li>
        ))}
      </ul>
      {never.length > 0 && (
        <p>{t('visible.never', { what: list(never.map((each) => t(`visible.what.${each}`))) })}</p>
      )}
    </>
  );
}
