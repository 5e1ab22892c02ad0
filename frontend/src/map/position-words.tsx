import { useTranslation } from 'react-i18next';
import { useFormats } from '../platform/format.js';
import type { MyPosition } from './my-position.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import styles from './position-words.module.css';

export interface PositionWordsProps {
  myPosition: MyPosition;
  /** The municipality's short name. */
  place: string;
}

/** What became of asking for one's own position: trouble is shown, success is seen on the map and only read aloud. */
export function PositionWords({ myPosition, place }: PositionWordsProps) {
  const { t } = useTranslation('map');
  const { distance } = useFormats();
  const { state, found, fault } = myPosition;
  const words =
    state === 'asking'
      ? t('position.asking')
      : fault
        ? t(`position.${fault}`, { place })
        : found
          ? t('position.found', { distance: distance(Math.max(5, found.accuracy)) })
          : '';
  return (
    <div role="status">
      {words && state === 'found' && <VisuallyHidden>{words}</VisuallyHidden>}
      {words && state !== 'found' && (
        <p className={fault ? `${styles.words} ${styles.fault}` : styles.words}>{words}</p>
      )}
    </div>
  );
}
