import type { PlaceItem } from '@lofteskartan/shared/contracts/inventory';
import { Clock, Eye, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { useLighting } from '../../platform/lighting.js';
import { ShowMore } from '../../ui/show-more.js';
import { StatusMark } from '../../ui/status-mark.js';
import { isNoted, type Glow } from './glow.rules.js';
import styles from './inventory.module.css';
import { PLACE_LOOKS } from './place-looks.js';
import { SafetyFigure } from './safety-figure.js';

interface PlaceRowsProps {
  places: readonly PlaceItem[];
  /** What shines on the map; a time of day is told in each row. */
  glow: Glow;
  lit: string | null;
  onLight: (key: string | null) => void;
}

/** So many rows at first, and more by each press: thousands at once keep everyone waiting. */
const ROWS = 100;

/** The places as a list: the map without a map. Give it another key when other places are asked for. */
export function PlaceRows({ places, glow, lit, onLight }: PlaceRowsProps) {
  const { t } = useTranslation('work-inventory');
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(ROWS);
  useLighting(list, onLight);
  return (
    <>
      <ul ref={list} className={styles.rows} aria-label={t('list.caption')}>
        {places.slice(0, shown).map((place) => (
          <li
            key={place.reference}
            data-lights={place.reference}
            className={place.reference === lit ? `${styles.row} ${styles.lit}` : styles.row}
          >
            <PlaceRow place={place} glow={glow} />
          </li>
        ))}
      </ul>
      {places.length > ROWS && (
        <ShowMore
          shown={Math.min(shown, places.length)}
          total={places.length}
          hasMore={shown < places.length}
          busy={false}
          onMore={() => {
            setShown(shown + ROWS);
          }}
        />
      )}
    </>
  );
}

/** How many say that it is dark there in the part of the day that shines. */
function DarkThen({ place, part }: { place: PlaceItem; part: Glow['part'] }) {
  const { t } = useTranslation(['work-inventory', 'words']);
  const count = place.times[part];
  const words = { part: t(`dayPart.${part}`, { ns: 'words' }), count };
  return (
    <span>
      <Clock size={16} aria-hidden="true" />{' '}
      {count > 0 ? t('heat.row', words) : t(isNoted(place, part) ? 'heat.rowNoted' : 'heat.rowNobody', words)}
    </span>
  );
}

function PlaceRow({ place, glow }: { place: PlaceItem; glow: Glow }) {
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
        {glow.kind === 'time' && <DarkThen place={place} part={glow.part} />}
        {isPublic && (
          <span>
            <Eye size={16} aria-hidden="true" /> {t('row.public')}
          </span>
        )}
      </span>
    </>
  );
}
