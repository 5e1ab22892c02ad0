import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { MapPinOff, MapPinned } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { SkeletonBlock } from '../../../ui/skeleton.js';
import { TextField } from '../../../ui/text-field.js';
import { MapBoundary } from '../map-boundary.js';
import styles from './form.module.css';
import { PersonalDataHint } from './personal-data-hint.js';
import type { PointedOut } from './place-map.js';
import { StepFrame } from './step-frame.js';
import type { StepProps } from './step-props.js';

const PlaceMap = lazy(() => import('./place-map.js'));

export interface PlaceStepProps extends StepProps {
  places: readonly NamedPlace[];
  /** Where the cross begins as long as no place is pointed out. */
  asked: Position | null;
  /** A position was pointed out: what neighbours asked for near it comes next. */
  onPicked: () => void;
}

/** Where: under the cross of a map, by my position, by a name, or in words alone. For an idea also nowhere. */
export function PlaceStep({
  municipality,
  kind,
  draft,
  change,
  faultOf,
  onNext,
  onPicked,
  places,
  asked,
}: PlaceStepProps) {
  const { t } = useTranslation('form');
  const [isMissing, setMissing] = useState(false);
  const fault = faultOf('position') ?? faultOf('municipality');
  const screen = useRef<HTMLDivElement>(null);
  const wasInWords = useRef(draft.inWordsOnly);
  useEffect(
    function keepTheFocusOnTheScreen() {
      if (wasInWords.current === draft.inWordsOnly) return;
      wasInWords.current = draft.inWordsOnly;
      // The button that was pressed is gone: the first field of the other way takes the focus.
      (screen.current?.querySelector('input') ?? screen.current)?.focus();
    },
    [draft.inWordsOnly],
  );
  const toWords = () => {
    change({ inWordsOnly: true });
  };
  const pick = ({ position, words, road }: PointedOut) => {
    const roadName = kind === 'speed-check' ? (road ?? draft.roadName) : draft.roadName;
    change({ position, positionWords: words, inWordsOnly: false, roadName });
    onPicked();
  };

  if (draft.inWordsOnly)
    return (
      <div ref={screen} tabIndex={-1}>
        <StepFrame
          onNext={() => {
            if (kind !== 'idea' && draft.placeName.trim() === '') setMissing(true);
            else onNext();
          }}
        >
          <TextField
            label={t('place.words')}
            hint={t('place.wordsHint')}
            error={
              faultOf('placeName') ?? (isMissing && !draft.placeName.trim() ? t('place.missing') : undefined)
            }
            value={draft.placeName}
            maxLength={LIMITS.placeNameCharacters}
            onChange={(event) => {
              change({ placeName: event.target.value });
            }}
          />
          <PersonalDataHint text={draft.placeName} />
          <Button
            look="quiet"
            className={styles.flush}
            icon={<MapPinned size={20} aria-hidden="true" />}
            onClick={() => {
              change({ inWordsOnly: false });
            }}
          >
            {t('place.onMap')}
          </Button>
        </StepFrame>
      </div>
    );

  const noMap = (
    <Notice tone="warning">
      <p>{t('place.noMap')}</p>
    </Notice>
  );
  return (
    <div ref={screen} tabIndex={-1} className={styles.screen}>
      {fault && <Notice tone="error">{fault}</Notice>}
      <MapBoundary instead={noMap}>
        <Suspense fallback={<SkeletonBlock height="18rem" />}>
          <PlaceMap
            municipality={municipality}
            places={places}
            start={draft.position ?? asked}
            onPick={pick}
          />
        </Suspense>
      </MapBoundary>
      <div className={styles.others}>
        <Button look="quiet" icon={<MapPinOff size={20} aria-hidden="true" />} onClick={toWords}>
          {t('place.cannot')}
        </Button>
        {kind === 'idea' && (
          <Button
            look="quiet"
            onClick={() => {
              change({ position: null, positionWords: '', placeName: '' });
              onNext();
            }}
          >
            {t('place.none')}
          </Button>
        )}
      </div>
    </div>
  );
}
