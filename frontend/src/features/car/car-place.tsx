import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import { LocateFixed, MapPin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { type CarDraft, nearestFirst } from './car-draft.js';
import type { FixFault } from './car-fix.js';
import styles from './car.module.css';
import type { PositionState } from './use-car-position.js';
import { usePlaceWords } from './car-words.js';

const FIRST = 3;
const HERE = 'here';
/** No phone knows better. */
const FINEST_METRES = 5;

interface CarPlaceProps {
  kit: CarKit;
  draft: CarDraft;
  change: (part: Partial<CarDraft>) => void;
  /** Whether a refused check is being corrected: its place does not become that of the car. */
  isCorrected: boolean;
  state: PositionState;
  onAsk: () => void;
  /** Why the place where the car was found may not be that of the check. */
  doubt: FixFault | null;
  error?: string | undefined;
}

/** Where the check was made: the nearest stretches, or the place where the car stands. */
export function CarPlace({ kit, draft, change, isCorrected, state, onAsk, doubt, error }: CarPlaceProps) {
  const { t } = useTranslation('work-car');
  const { distance, time } = useFormats();
  const words = usePlaceWords();
  const [isAll, setAll] = useState(false);
  const sorted = nearestFirst(kit.stretches, draft.position);
  const shown = isAll ? sorted : sorted.slice(0, FIRST);
  const chosen = sorted.find(({ stretch }) => stretch.id === draft.stretchId);
  if (chosen && !shown.includes(chosen)) shown.push(chosen);
  const isHereKnown = draft.position !== null;
  const found = draft.foundAt === null ? '' : time(new Date(draft.foundAt));
  const accuracy = distance(Math.max(FINEST_METRES, draft.accuracy ?? 0));
  return (
    <div className={styles.group}>
      <RadioChips
        label={t('place.label')}
        stacked
        error={doubt ? t(`doubt.${doubt}`, { time: found, distance: accuracy }) : error}
        value={draft.stretchId ?? (isHereKnown ? HERE : null)}
        options={[
          ...shown.map(({ stretch, metres }) => ({
            value: stretch.id,
            label: words(stretch),
            note: [
              metres !== null && t('place.away', { distance: distance(metres) }),
              stretch.postedLimit !== null && t('place.limit', { limit: stretch.postedLimit }),
              t('place.wishes', { count: stretch.waiting }),
            ]
              .filter(Boolean)
              .join(' · '),
            icon: <MapPin size={22} aria-hidden="true" />,
          })),
          {
            value: HERE,
            label: t('place.here'),
            note: isHereKnown ? t('place.hereHow') : t('place.hereAsk'),
            icon: <LocateFixed size={22} aria-hidden="true" />,
          },
        ]}
        onChange={(value) => {
          change({
            stretchId: value === HERE ? null : value,
            place: isCorrected ? 'kept' : 'chosen',
            references: null,
          });
          if (value === HERE && !(isCorrected && isHereKnown)) onAsk();
        }}
      />
      {found !== '' && <p className={styles.soft}>{t('place.found', { time: found, distance: accuracy })}</p>}
      {state === 'asking' && <p role="status">{t('place.asking')}</p>}
      {(state === 'denied' || state === 'failed') && (
        <p role="status" className={styles.fault}>
          {t(`place.${state}`)}
        </p>
      )}
      <div className={styles.acts}>
        {(doubt === 'moved' || doubt === 'old') && (
          <Button
            icon={<MapPin size={20} aria-hidden="true" />}
            onClick={() => {
              change({ place: 'kept', hasMoved: false });
            }}
          >
            {t('place.keep', { time: found })}
          </Button>
        )}
        {!(isCorrected && isHereKnown) && (
          <Button
            icon={<LocateFixed size={20} aria-hidden="true" />}
            busy={state === 'asking'}
            onClick={onAsk}
          >
            {isHereKnown ? t('place.again') : t('place.nearest')}
          </Button>
        )}
        {sorted.length > FIRST && (
          <Button
            look="quiet"
            onClick={() => {
              setAll(!isAll);
            }}
          >
            {isAll ? t('place.fewer') : t('place.all', { count: sorted.length })}
          </Button>
        )}
      </div>
    </div>
  );
}
