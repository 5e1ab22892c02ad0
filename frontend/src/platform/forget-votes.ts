/** What this device keeps of votes begins so; the rest of the name is the dialogue's reference. */
export const votesPrefix = 'lofteskartan.votes.';

/** No dialogue lasts longer than this after its last vote. */
const keptMs = 24 * 3_600_000;

/** Whether votes that were kept at a moment are to be forgotten; what does not say when it was kept is. */
export function isPast(kept: string, now: number): boolean {
  try {
    const value: unknown = JSON.parse(kept);
    if (typeof value !== 'object' || value === null || !('at' in value)) return true;
    return typeof value.at !== 'number' || now - value.at > keptMs || value.at > now;
  } catch {
    return true;
  }
}

/**
 * Forgets what somebody said at dialogues that are over. Most phones are put away before one is closed, so that its own page never gets to
 * do it: it is done whenever any page is opened (docs/adr/0029).
 */
export function forgetPastVotes(now = Date.now()): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(votesPrefix) && isPast(localStorage.getItem(name) ?? '', now))
        localStorage.removeItem(name);
  } catch {
    // Nothing can have been kept either.
  }
}
