import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useTranslation } from 'react-i18next';
import { isMeasured, readFigure, type LogDraft } from './log-draft.js';

/** Fewer reported than this are never told as a number. */
const FEWEST = 5;

/** A public text that says what was done, with the figures that may be public, and that residents had asked for it. */
export function useSuggestedText(): (
  draft: LogDraft,
  commitment: Commitment,
  localityName: string | null,
) => string {
  const { t } = useTranslation('work-activities');
  return (draft, commitment, localityName) => {
    if (!isMeasured(commitment) || !commitment.requiresWish) {
      const owner = commitment.owners.find(({ slug }) => slug === draft.onBehalfOf) ?? commitment.owners[0];
      return t('suggest.other', { organisation: owner?.name ?? '', title: commitment.title });
    }
    const measured = readFigure(draft.result.measured);
    const reported = readFigure(draft.result.reported);
    const where =
      draft.placeWords || (localityName ? t('suggest.in', { locality: localityName }) : t('suggest.here'));
    const sentences = [t('suggest.speed', { where })];
    if (measured) sentences.push(t('suggest.speedMeasured', { count: measured }));
    if (reported === 0) sentences.push(t('suggest.reportedNone'));
    else if (reported && reported < FEWEST) sentences.push(t('suggest.reportedFew'));
    else if (reported) sentences.push(t('suggest.reported', { count: reported }));
    return sentences.join(' ');
  };
}
