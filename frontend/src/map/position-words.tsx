import { useTranslation } from 'react-i18next';
import { useFormats } from '../platform/format.js';
import type { MyPosition } from './my-position.js';
import styles from './position-words.module.css';

/** What became of asking for one's own position, shown and read aloud. */
export function PositionWords({ myPosition, place }: { myPosition: MyPosition; place: string }) {
  const { t } = useTranslation('map');
  const { distance } = useFormats();
  const { state, found, fault } = myPosition;
  const words =
    state === 'asking'
      ? t('position.asking')
      : fault
        ? t(`position.${fault}`, { place })
        : found
          ? t('position.found', { distance: distance(found.accuracy) })
          : '';
  return (
    <div role="status">
      {words && <p className={fault ? `${styles.words} ${styles.fault}` : styles.words}>{words}</p>}
    </div>
  );
}
