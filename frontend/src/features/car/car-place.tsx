import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import { LocateFixed, MapPin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { type CarDraft, nearestFirst } from './car-draft.js';
import styles from './car.module.css';
import type { PositionState } from './use-car-position.js';
import { usePlaceWords } from './car-words.js';

const FIRST = 3;
const HERE = 'here';

interface CarPlaceProps {
  kit: CarKit;
  draft: CarDraft;
  change: (part: Partial<CarDraft>) => void;
  state: PositionState;
  onAsk: () => void;
  error?: string | undefined;
}

/** Where the check was made: the nearest stretches, or the place where the car stands. */
export function CarPlace({ kit, draft, change, state, onAsk, error }: CarPlaceProps) {
  const { t } = useTranslation('work-car');
  const { distance } = useFormats();
  const words = usePlaceWords();
  const [isAll, setAll] = useState(false);
  const sorted = nearestFirst(kit.stretches, draft.position);
  const shown = isAll ? sorted : sorted.slice(0, FIRST);
  const chosen = sorted.find(({ stretch }) => stretch.id === draft.stretchId);
  if (chosen && !shown.includes(chosen)) shown.push(chosen);
  const isHereKnown = draft.position !== null;
  return (
    <div className={styles.group}>
      <RadioChips
        label={t('place.label')}
        stacked
        error={error}
        value={draft.stretchId ?? (isHereKnown ? HERE : null)}
        options={[
          ...shown.map(({ stretch, metres }) => ({
            value: stretch.id,
            label: words(stretch),
            note: [
              metres !== null && t('place.away', { distance: distance(metres) }),
              stretch.postedLimit !== null && t('place.limit', { limit: stretch.postedLimit }),
              t('place.wishes', { count: stretch.wishes.length }),
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
          change({ stretchId: value === HERE ? null : value, references: null });
          if (value === HERE && !isHereKnown) onAsk();
        }}
      />
      {state === 'asking' && <p role="status">{t('place.asking')}</p>}
      {(state === 'denied' || state === 'failed') && (
        <p role="status" className={styles.fault}>
          {t(`place.${state}`)}
        </p>
      )}
      <div className={styles.acts}>
        {!isHereKnown && state !== 'asking' && (
          <Button icon={<LocateFixed size={20} aria-hidden="true" />} onClick={onAsk}>
            {t('place.nearest')}
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
