/** How much those who come can decide: the ladder of participation, lowest first. */
export const DIALOGUE_LEVELS = [
  'information',
  'consultation',
  'dialogue',
  'influence',
  'shared-decision',
] as const;
export type DialogueLevel = (typeof DIALOGUE_LEVELS)[number];

/** Where one takes part. */
export const DIALOGUE_FORMS = ['on-site', 'online', 'both'] as const;
export type DialogueForm = (typeof DIALOGUE_FORMS)[number];

/** How far a medborgardialog has come. A draft is for staff alone; a cancelled one keeps its reason. */
export const DIALOGUE_STATUSES = [
  'draft',
  'published',
  'open',
  'closed',
  'reported',
  'followed-up',
  'cancelled',
] as const;
export type DialogueStatus = (typeof DIALOGUE_STATUSES)[number];

/** Who is asked in particular. */
export const DIALOGUE_GROUPS = [
  'everyone',
  'children',
  'young-people',
  'parents',
  'older-people',
  'newcomers',
  'people-with-disabilities',
  'associations',
  'businesses',
] as const;
export type DialogueGroup = (typeof DIALOGUE_GROUPS)[number];

/** Who leads it or answers there: by role, never by name. */
export const DIALOGUE_ROLES = [
  'chair',
  'moderator',
  'politician',
  'official',
  'police',
  'secretary',
  'invited',
] as const;
export type DialogueRole = (typeof DIALOGUE_ROLES)[number];

/** What somebody who signs up may need. */
export const DIALOGUE_NEEDS = ['interpreter', 'wheelchair', 'hearing-loop', 'child-care'] as const;
export type DialogueNeed = (typeof DIALOGUE_NEEDS)[number];

/** What a medborgardialog is about, beside its words. */
export const DIALOGUE_LINKS = ['commitment', 'proposal', 'place'] as const;
export type DialogueLink = (typeof DIALOGUE_LINKS)[number];

/** Whether somebody who signed up has a seat. */
export const SIGN_UP_STATES = ['confirmed', 'waiting', 'cancelled'] as const;
export type SignUpState = (typeof SIGN_UP_STATES)[number];

/** What can happen to a medborgardialog and to what belongs to it. */
export const DIALOGUE_EVENTS = [
  'created',
  'changed',
  'published',
  'opened',
  'closed',
  'reported',
  'followed-up',
  'cancelled',
  'conducted',
  'statement-added',
  'statement-changed',
  'point-added',
  'point-changed',
  'point-done',
  'point-undone',
  'point-withdrawn',
  'note-added',
  'note-changed',
  'note-removed',
  'attendance-saved',
  'paper-votes-saved',
  'report-corrected',
  'follow-up-saved',
] as const;
export type DialogueEventType = (typeof DIALOGUE_EVENTS)[number];

/** `D7K3F9`: how a medborgardialog is named in its address. */
export const DIALOGUE_REFERENCE_PATTERN = /^D[2-9A-HJKMNP-TV-Z]{5}$/;

/** `K7M2QX`: what people type to come to its live page. */
export const DIALOGUE_CODE_PATTERN = /^[2-9A-HJKMNP-TV-Z]{6}$/;

/** Characters, lines and people. */
export const DIALOGUE_LIMITS = {
  titleCharacters: 120,
  themeCharacters: 120,
  purposeCharacters: 1000,
  levelMeaningCharacters: 500,
  venueCharacters: 200,
  linkCharacters: 500,
  practicalCharacters: 500,
  organisationCharacters: 120,
  agendaItems: 30,
  agendaTitleCharacters: 160,
  agendaDescriptionCharacters: 500,
  agendaMinutes: 480,
  presidium: 20,
  localities: 20,
  links: 30,
  capacity: 5000,
  peopleOfOneSignUp: 10,
  /** Fewer people than this, and the public does not see the figure. */
  peopleBehindAFigure: 5,
} as const;
