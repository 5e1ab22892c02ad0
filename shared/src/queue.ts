import type { TriageQuery } from './contracts/triage.js';
import { OPEN_STATUSES, WAITING_FOR_ANSWER } from './vocabulary.js';

/** The views of the queue that everyone has, and the filters that each of them is. */
export const BUILT_IN_VIEWS = {
  mine: { assignee: ['me'], status: [...OPEN_STATUSES] },
  ours: { organisation: ['mine'], status: [...OPEN_STATUSES] },
  new: { status: ['received'] },
  waiting: { status: [...WAITING_FOR_ANSWER] },
  overdue: { deadline: ['overdue'] },
  'to-call': { call: ['to-call'] },
  'body-answered': { referral: ['answered'] },
  'not-helped': { outcome: ['not-helped'] },
  reported: { report: ['open'] },
} as const satisfies Readonly<Record<string, Partial<TriageQuery>>>;
export type BuiltInView = keyof typeof BUILT_IN_VIEWS;
export const BUILT_IN_VIEW_NAMES = Object.keys(BUILT_IN_VIEWS) as BuiltInView[];

/** Where several proposals may be moved at once: what one text can say to all of them. */
export const MOVES_OF_SEVERAL = [
  'under-review',
  'committed',
  'answered',
  'declined',
  'referred',
  'hidden',
] as const;
export type MoveOfSeveral = (typeof MOVES_OF_SEVERAL)[number];
