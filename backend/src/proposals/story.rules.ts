import type { PublicAnswer, StoryEvent } from '@lofteskartan/shared/contracts/proposals';
import type { HistoryEventType } from '@lofteskartan/shared/contracts/triage';
import type { ProposalStatus, PublicStatus } from '@lofteskartan/shared/vocabulary';
import { isEnd } from './proposal-moves.rules.js';

/** A public event of a proposal's history. */
export interface PublicEvent {
  /** When it became public. */
  readonly at: Date;
  readonly type: HistoryEventType;
  readonly toStatus: PublicStatus | null;
  readonly publicText: string | null;
  /** Name of the organisation that acted. */
  readonly organisation: string | null;
}

/** Who reads the story: the public is never told of what is hidden. */
export type StoryReader = 'public' | 'sender';

/** The story as it is told, oldest first, from the public events in the order in which they became public. */
export function storyOf(events: readonly PublicEvent[], reader: StoryReader): StoryEvent[] {
  const story: StoryEvent[] = [];
  let status: PublicStatus = 'received';
  for (const event of events) {
    const type = storyType(event, status);
    if (!type || (reader === 'public' && event.toStatus === 'hidden')) continue;
    status = event.toStatus ?? status;
    const text = type === 'corrected' ? null : event.publicText;
    story.push({ at: event.at.toISOString(), type, status, text, organisation: event.organisation });
  }
  return story;
}

/** Reopening is told as such only where the public knew of an end. */
function storyType(event: PublicEvent, status: PublicStatus): StoryEvent['type'] | null {
  switch (event.type) {
    case 'received':
    case 'corrected':
      return event.type;
    case 'moved':
      return event.toStatus === 'duplicate' ? 'gathered' : 'moved';
    case 'reopened':
      return isEnd(status) ? 'reopened' : 'moved';
    case 'activity':
    case 'measure-done':
    case 'released':
      return 'activity';
    case 'withdrawn':
    case 'lead-taken':
    case 'measure-withdrawn':
      return 'moved';
    case 'lead-given':
      return 'gathered';
    default:
      return null;
  }
}

/** Types of events that people may want to be told of; which of them they are is decided when the mail is made. */
const NEWS: readonly HistoryEventType[] = [
  'moved',
  'reopened',
  'activity',
  'released',
  'measure-done',
  'measure-withdrawn',
  'withdrawn',
];
/** Types of events that are for the sender alone: a question, and the reminder of it. */
const FOR_THE_SENDER: readonly HistoryEventType[] = ['asked', 'reminded'];

/** Whether an event is news to those who follow the proposal: nothing is before everyone may know it, but for what the sender is asked. */
export function isNews({ type, audience }: { type: HistoryEventType; audience: string }): boolean {
  return audience === 'public' ? NEWS.includes(type) : FOR_THE_SENDER.includes(type);
}

const ANSWERS: readonly ProposalStatus[] = [
  'committed',
  'planned',
  'done',
  'answered',
  'declined',
  'referred',
];

/** The latest answer that still stands: a proposal that is under review again has none, unless it came with words. */
export function latestAnswer(story: readonly StoryEvent[]): PublicAnswer | null {
  let answer: PublicAnswer | null = null;
  for (const { at, type, status, text } of story) {
    if (type === 'received' || type === 'corrected') continue;
    answer = ANSWERS.includes(status) || text !== null ? { at, status, text } : null;
  }
  return answer;
}
