import { readDraft, writeDraft } from '../../../platform/draft.js';
import { DRAFT_VERSION, type ProposalDraft } from './proposal-draft.js';

const DAY = 24 * 60 * 60_000;
/** The server knows a key again for a week; afterwards an attempt cannot be repeated word for word anyway. */
const WEEK = 7 * DAY;

/**
 * The draft without an address that has lain for a day. What was sent without an answer keeps it for a week, for it may have to
 * be sent again word for word; what waits for the network keeps it until it is sent.
 * @param savedAt when the draft was last changed
 */
export function withoutOldContact(draft: ProposalDraft, savedAt: Date, now: Date): ProposalDraft {
  const hasContact = draft.email !== '' || draft.name !== '' || draft.tried.some(({ contact }) => contact);
  const mayLie = draft.tried.length > 0 ? WEEK : DAY;
  if (draft.waiting || !hasContact || now.getTime() - savedAt.getTime() <= mayLie) return draft;
  return { ...draft, email: '', name: '', tried: [] };
}

/** Takes an old address out of a draft that is kept on this device. */
export function forgetOldContact(name: string): void {
  const stored = readDraft<ProposalDraft>(name, DRAFT_VERSION);
  if (!stored) return;
  const value = withoutOldContact(stored.value, new Date(stored.savedAt), new Date());
  if (value !== stored.value) writeDraft(name, DRAFT_VERSION, value, stored.savedAt);
}
