import type { AllowedMove, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { DECLINE_REASONS, type ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import type { MoveDraft } from './move-draft.js';

type MoveName = ProposalStatus | 'reopen' | 'unplan' | 'backToReview';

/** What a move is called: the same status reads differently from where it starts. */
function moveName(from: ProposalStatus, move: AllowedMove): MoveName {
  if (move.to === 'under-review' && move.requires.includes('reason')) return 'reopen';
  if (move.to === 'under-review' && from !== 'received' && from !== 'under-review') return 'backToReview';
  if (move.to === 'committed' && from === 'planned') return 'unplan';
  return move.to;
}

/** The words of a move: what it does, and what that means. */
export function useMoveWords(): (from: ProposalStatus, move: AllowedMove) => { name: string; how: string } {
  const { t } = useTranslation('work-case');
  return (from, move) => {
    const name = moveName(from, move);
    const how = name === 'backToReview' ? 'under-review' : name;
    return { name: t(`decision.to.${name}`), how: t(`decision.how.${how}`) };
  };
}

/** A text that a resident would understand, for a move as far as it is filled in; '' where there is none to suggest. */
export function useSuggestion(): (draft: MoveDraft, kind: TriageProposal['kind']) => string {
  const { t } = useTranslation(['work-case', 'words']);
  return (draft, kind) => {
    switch (draft.to) {
      case 'committed':
        return kind === 'speed-check' ? t('committedSpeedCheck', { ns: 'words' }) : t('suggest.committed');
      case 'answered':
        return t('suggest.answered');
      case 'referred':
        return t('suggest.referred', { responsible: draft.responsible.trim() || t('suggest.referredTo') });
      case 'declined': {
        const reason = DECLINE_REASONS.find((each) => each === draft.reason);
        return reason ? t(`suggest.declined.${reason}`) : '';
      }
      default:
        return '';
    }
  };
}
