import type { PlaceItem } from '@lofteskartan/shared/contracts/inventory';
import { Eye, Users } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { useLighting } from '../../platform/lighting.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './inventory.module.css';
import { PLACE_LOOKS } from './place-looks.js';
import { SafetyFigure } from './safety-figure.js';

interface PlaceRowsProps {
  places: readonly PlaceItem[];
  lit: string | null;
  onLight: (key: string | null) => void;
}

/** The places as a list: the map without a map. */
export function PlaceRows({ places, lit, onLight }: PlaceRowsProps) {
  const { t } = useTranslation('work-inventory');
  const list = useRef<HTMLUListElement>(null);
  useLighting(list, onLight);
  return (
    <ul ref={list} className={styles.rows} aria-label={t('list.caption')}>
      {places.map((place) => (
        <li
          key={place.reference}
          data-lights={place.reference}
          className={place.reference === lit ? `${styles.row} ${styles.lit}` : styles.row}
        >
          <PlaceRow place={place} />
        </li>
      ))}
    </ul>
  );
}

function PlaceRow({ place }: { place: PlaceItem }) {
  const { t } = useTranslation(['work-inventory', 'inventory', 'words']);
  const { date, phrase } = useFormats();
  const { reference, name, state, nextOn, people, causes, isPublic, ratings } = place;
  const shown = ratings.after ?? ratings.before;
  return (
    <>
      <Link to={`/arbete/platser/${reference}`}>{name}</Link>
      <StatusMark {...PLACE_LOOKS[state]} shape="lantern">
        {t(`state.${state}`, { ns: 'inventory' })}
      </StatusMark>
      {causes.length > 0 && (
        <span className={styles.soft}>
          {phrase(causes.map((cause) => t(`cause.${cause}`, { ns: 'words' })))}
        </span>
      )}
      {nextOn && (
        <span className={styles.soft}>
          {t(state === 'overdue' ? 'row.late' : 'row.next', { date: date(nextOn) })}
        </span>
      )}
      <span className={styles.facts}>
        {people > 0 && (
          <span>
            <Users size={16} aria-hidden="true" /> {t('row.people', { count: people })}
          </span>
        )}
        {shown && <SafetyFigure rating={shown} />}
        {isPublic && (
          <span>
            <Eye size={16} aria-hidden="true" /> {t('row.public')}
          </span>
        )}
      </span>
    </>
  );
}
