import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../platform/format.js';
import { hoursInWords } from '../proposal-words.js';
import type { ProposalDraft } from './proposal-draft.js';
import type { Part } from './publicity.js';

/** What was answered, in words, for the preview. */
export function usePartWords(draft: ProposalDraft, photoCount: number): (part: Part) => string {
  const { t } = useTranslation(['form', 'words']);
  const { list } = useFormats();
  return useCallback(
    (part) => {
      switch (part) {
        case 'place':
          return t('form:preview.grid', { where: draft.positionWords });
        case 'placeName':
        case 'roadName':
        case 'direction':
        case 'description':
        case 'lampNumber':
          return draft[part];
        case 'problems':
          return list(draft.problems.map((each) => t(`words:problem.${each}`)));
        case 'postedLimit':
          return draft.postedLimit === 'unknown' || draft.postedLimit === null
            ? t('form:traffic.unknown')
            : t('form:preview.limit', { limit: draft.postedLimit });
        case 'near':
          return list(draft.near.map((each) => t(`words:near.${each}`)));
        case 'hours':
          return [
            list(draft.hourBands.map(hoursInWords)),
            list(draft.weekdays.map((each) => t(`words:weekday.${each}`))),
          ]
            .filter(Boolean)
            .join(', ');
        case 'causes':
          return list(draft.causes.map((each) => t(`words:cause.${each}`)));
        case 'when':
          return list(draft.when.map((each) => t(`words:when.${each}`)));
        case 'topic':
          return draft.topic ? t(`words:topic.${draft.topic}`) : '';
        case 'photos':
          return t('form:preview.photos', { count: photoCount });
        case 'safetyNow':
          return t('form:preview.safety', { of: draft.safetyNow ?? 0 });
      }
    },
    [draft, photoCount, list, t],
  );
}
