import type { StoryEvent } from '@lofteskartan/shared/contracts/proposals';

/** Since when somebody else has it, or null while nobody does: the moment at which the story came to that state and stayed. */
export function referredSince(events: readonly Pick<StoryEvent, 'at' | 'status'>[]): string | null {
  let since: string | null = null;
  for (const { at, status } of events) since = status === 'referred' ? (since ?? at) : null;
  return since;
}
