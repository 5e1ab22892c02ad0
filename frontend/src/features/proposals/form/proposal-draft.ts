import type { SubmitProposal } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { Position } from '@lofteskartan/shared/position';
import type {
  DarkPlaceCause,
  DarkPlaceTime,
  IdeaTopic,
  ProposalKind,
  SpeedLimit,
  SpeedProblem,
  SpeedSurrounding,
  Weekday,
} from '@lofteskartan/shared/vocabulary';
import { CAUSES_REVIEWED_FIRST } from '@lofteskartan/shared/vocabulary';
import { newKey } from '../../../platform/api.js';
import type { Step } from './steps.js';

/** Raise it when the shape below changes. */
export const DRAFT_VERSION = 2;

/** Everything a resident has answered so far, for any kind; kept on the phone at each change. */
export interface ProposalDraft {
  /** The idempotency key: made once, sent with every attempt. */
  key: string;
  /** Where the form was left. */
  step: Step;
  position: Position | null;
  /** What the map called the position: "På Göteborgsvägen, Nödinge". For the resident's own eyes. */
  positionWords: string;
  /** The resident describes the place instead of pointing it out. */
  inWordsOnly: boolean;
  placeName: string;
  roadName: string;
  direction: string;
  weekdays: Weekday[];
  hourBands: string[];
  /** `unknown` was chosen; null was not answered. */
  postedLimit: SpeedLimit | 'unknown' | null;
  problems: SpeedProblem[];
  near: SpeedSurrounding[];
  causes: DarkPlaceCause[];
  when: DarkPlaceTime[];
  safetyNow: number | null;
  lampNumber: string;
  topic: IdeaTopic | null;
  description: string;
  /** Where the resident wants the answer. Kept no longer than `withoutOldContact` says. */
  email: string;
  /** How staff may address them. */
  name: string;
  /** Sent, but no answer yet: it is sent again when the network is back. */
  waiting: boolean;
  /** What was sent without an answer coming back, in the order of the attempts. One of them may have arrived. */
  tried: SubmitProposal[];
}

export function emptyDraft(): ProposalDraft {
  return {
    key: newKey(),
    step: 'start',
    position: null,
    positionWords: '',
    inWordsOnly: false,
    placeName: '',
    roadName: '',
    direction: '',
    weekdays: [],
    hourBands: [],
    postedLimit: null,
    problems: [],
    near: [],
    causes: [],
    when: [],
    safetyNow: null,
    lampNumber: '',
    topic: null,
    description: '',
    email: '',
    name: '',
    waiting: false,
    tried: [],
  };
}

/** The name under which a draft is kept: one for each municipality and kind. */
export const draftName = (municipality: string, kind: ProposalKind) => `proposal.${municipality}.${kind}`;

/** An idea about drugs takes no place at all. */
export const takesPlace = (kind: ProposalKind, { topic }: ProposalDraft) =>
  kind !== 'idea' || topic !== 'drugs';

const filled = (text: string) => text.trim() || undefined;

function detailsOf(kind: ProposalKind, draft: ProposalDraft): ProposalDetails {
  if (kind === 'speed-check') {
    const { weekdays, hourBands, problems, near, postedLimit } = draft;
    return {
      roadName: filled(draft.roadName),
      direction: filled(draft.direction),
      weekdays,
      hourBands,
      problems,
      near,
      postedLimit: postedLimit === 'unknown' ? null : (postedLimit ?? undefined),
    };
  }
  if (kind === 'dark-place') {
    const { causes, when, safetyNow } = draft;
    const lampNumber = causes.includes('lamp-broken') ? filled(draft.lampNumber) : undefined;
    return { causes, when, safetyNow: safetyNow ?? undefined, lampNumber };
  }
  return { topic: draft.topic ?? 'other' };
}

/**
 * The message to the server: what was answered and nothing else.
 * @param takesContact whether the municipality sends answers by mail
 */
export function bodyOf(
  municipality: string,
  kind: ProposalKind,
  draft: ProposalDraft,
  takesContact: boolean,
): SubmitProposal {
  const email = takesContact ? filled(draft.email) : undefined;
  const hasPlace = takesPlace(kind, draft);
  return {
    kind,
    municipality,
    position: hasPlace && !draft.inWordsOnly ? (draft.position ?? undefined) : undefined,
    placeName: hasPlace ? filled(draft.placeName) : undefined,
    description: filled(draft.description),
    details: detailsOf(kind, draft),
    contact: email ? { email, name: filled(draft.name) } : undefined,
  };
}

/** A place whose causes say something about a neighbourhood, and any idea, shows only after a human has read it. */
export function isReviewedFirst(kind: ProposalKind, { causes }: Pick<ProposalDraft, 'causes'>): boolean {
  return (
    kind === 'idea' ||
    (kind === 'dark-place' && CAUSES_REVIEWED_FIRST.some((cause) => causes.includes(cause)))
  );
}

/** True when nothing has been answered yet. */
export function isUntouched(draft: ProposalDraft): boolean {
  const { key: _key, step: _step, ...answers } = draft;
  const { key: _emptyKey, step: _emptyStep, ...none } = emptyDraft();
  return JSON.stringify(answers) === JSON.stringify(none);
}
