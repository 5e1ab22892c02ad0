import { WALK_CHECKS, type WalkChecklist } from '@lofteskartan/shared/safety-walks';

/** What somebody sees at a stop, while they write it down. */
export interface SeenDraft {
  checklist: WalkChecklist;
  impression: number | null;
  note: string;
}

export const nothingSeen: SeenDraft = {
  checklist: {
    light: 'not-looked',
    sight: 'not-looked',
    vegetation: 'not-looked',
    care: 'not-looked',
    way: 'not-looked',
  },
  impression: null,
  note: '',
};

/** Whether anything was written down. */
export const isSomethingSeen = ({ checklist, impression, note }: SeenDraft): boolean =>
  WALK_CHECKS.some((check) => checklist[check] !== 'not-looked') || impression !== null || note.trim() !== '';
