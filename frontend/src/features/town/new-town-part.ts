import type { NewTownDraft } from './new-town-draft.js';

/** What each part of the form for a new municipality is given. */
export interface NewTownPartProps {
  draft: NewTownDraft;
  change: (part: Partial<NewTownDraft>) => void;
  errorOf: (field: keyof NewTownDraft) => string | undefined;
}
