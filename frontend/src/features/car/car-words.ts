import type { CarKit, CarStretch } from '@lofteskartan/shared/contracts/car-kit';
import { useTranslation } from 'react-i18next';
import type { CarDraft } from './car-draft.js';

/** Fewer reported than this are never told as a number. */
const FEWEST = 5;

/** What a stretch is called. */
export function usePlaceWords(): (stretch: Pick<CarStretch, 'name' | 'localityName'>) => string {
  const { t } = useTranslation('work-car');
  return ({ name, localityName }) => [name ?? t('place.unnamed'), localityName].filter(Boolean).join(', ');
}

/** Where a check was made, in words. */
export function useDraftPlace(): (kit: CarKit, draft: CarDraft) => string {
  const { t } = useTranslation('work-car');
  const words = usePlaceWords();
  return (kit, draft) => {
    const stretch = kit.stretches.find(({ id }) => id === draft.stretchId);
    return stretch ? words(stretch) : t('place.here');
  };
}

/** What everyone will read unless somebody writes their own words: what was done, with the figures that may be public. */
export function useCarText(): (kit: CarKit, draft: CarDraft) => string {
  const { t } = useTranslation('work-activities');
  return (kit, { stretchId, measured, reported }) => {
    const stretch = kit.stretches.find(({ id }) => id === stretchId);
    const where = [
      // The road alone: the stretch’s own name may be one that staff made.
      stretch?.road && t('suggest.on', { road: stretch.road }),
      stretch?.localityName && t('suggest.in', { locality: stretch.localityName }),
    ].filter(Boolean);
    const sentences = [t('suggest.speed', { where: where.length > 0 ? where.join(' ') : t('suggest.here') })];
    if (measured) sentences.push(t('suggest.speedMeasured', { count: measured }));
    if (reported === 0) sentences.push(t('suggest.reportedNone'));
    else if (reported !== null && reported < FEWEST) sentences.push(t('suggest.reportedFew'));
    else if (reported !== null) sentences.push(t('suggest.reported', { count: reported }));
    return sentences.join(' ');
  };
}
