import type { DarkPlaceItem } from '@lofteskartan/shared/contracts/dark-places';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusMark } from '../../ui/status-mark.js';
import parts from './inventory.module.css';
import styles from './map-places.module.css';
import { PLACE_LOOKS } from './place-looks.js';

/** The shape of a place on the map of proposals. */
function Diamond() {
  return (
    <svg className={styles.diamond} width={18} height={18} viewBox="-10 -10 20 20" aria-hidden="true">
      <path d="M0-8L8 0L0 8L-8 0Z" />
    </svg>
  );
}

/** Shows the places on the map, or hides them. */
export function PlacesToggle({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { t } = useTranslation('dark-places');
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-pressed={isOn}
      onClick={() => {
        onChange(!isOn);
      }}
    >
      <Diamond />
      {t('layer.toggle')}
    </button>
  );
}

/** What the mark means. */
export function PlacesLegend() {
  const { t } = useTranslation('dark-places');
  return (
    <p className={styles.legend}>
      <Diamond />
      {t('layer.legend')}
    </p>
  );
}

/** The same places in words: the layer's twin for those who use no map. */
export function PlacesTwin({
  municipality,
  places,
  isOpen,
}: {
  municipality: string;
  places: readonly DarkPlaceItem[];
  isOpen: boolean;
}) {
  const { t } = useTranslation(['dark-places', 'inventory']);
  return (
    <details className={styles.twin} open={isOpen}>
      <summary>{t('layer.list', { count: places.length })}</summary>
      <ul className={parts.rows}>
        {places.map(({ reference, name, state }) => (
          <li key={reference} className={parts.row}>
            <Link to={`/${municipality}/platser/${reference}`}>{name}</Link>
            <StatusMark {...PLACE_LOOKS[state]} shape="lantern">
              {t(`state.${state}`, { ns: 'inventory' })}
            </StatusMark>
          </li>
        ))}
      </ul>
      <Link to={`/${municipality}/platser`}>{t('layer.all')}</Link>
    </details>
  );
}
