/**
 * The words that the whole product shares: kinds, statuses, reasons and limits. This is the one list of each; the
 * database repeats them only as CHECK constraints, and a test compares the two.
 */

/** What a resident can send in (domain.md, "förslag"). */
export const PROPOSAL_KINDS = ['speed-check', 'dark-place', 'idea'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

/**
 * Every status a proposal can have. `done` is only ever reached by confirming an activity. `awaiting-reply` is for staff and the
 * sender: everyone else reads `under-review`.
 */
export const PROPOSAL_STATUSES = [
  'received',
  'under-review',
  'awaiting-reply',
  'committed',
  'planned',
  'done',
  'answered',
  'declined',
  'referred',
  'duplicate',
  'hidden',
  'withdrawn',
] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** The statuses that anyone but staff may read. */
export type PublicStatus = Exclude<ProposalStatus, 'awaiting-reply'>;
export const PUBLIC_STATUSES = PROPOSAL_STATUSES.filter(
  (status): status is PublicStatus => status !== 'awaiting-reply',
);

/** The statuses that appear in public lists and on the map. The order is the order of the counts in `map_grid`: only append. */
export const LISTED_STATUSES = [
  'received',
  'under-review',
  'committed',
  'planned',
  'done',
  'answered',
  'declined',
  'referred',
] as const satisfies readonly ProposalStatus[];
export type ListedStatus = (typeof LISTED_STATUSES)[number];

/** Statuses in which somebody is still expected to act. */
export const OPEN_STATUSES = [
  'received',
  'under-review',
  'awaiting-reply',
  'committed',
  'planned',
  'referred',
] as const satisfies readonly ProposalStatus[];

/** Statuses without an answer: somebody who got in touch waits for it. */
export const WAITING_FOR_ANSWER = [
  'received',
  'under-review',
  'awaiting-reply',
] as const satisfies readonly ProposalStatus[];

/** Why staff decline; the public text says it in full sentences. */
export const DECLINE_REASONS = [
  'not-our-responsibility',
  'not-suitable-place',
  'already-done',
  'not-possible',
  'outside-the-promise',
  'too-little-information',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Hours of the day, local time, as `from-to`; the night band passes midnight. */
export const HOUR_BANDS = ['05-07', '07-09', '09-12', '12-15', '15-18', '18-21', '21-24', '00-05'] as const;
/** Any band of whole hours between two different hours is accepted (`"07-09"`); `HOUR_BANDS` are the ones that the form offers. */
export const HOUR_BAND_PATTERN = /^(?!(\d\d)-\1$)(?:[01]\d|2[0-3])-(?:[01]\d|2[0-4])$/;

export const SPEED_LIMITS = [30, 40, 50, 60, 70, 80, 90] as const;
export type SpeedLimit = (typeof SPEED_LIMITS)[number];

export const SPEED_PROBLEMS = [
  'speeding',
  'reckless-driving',
  'a-traktor',
  'moped',
  'heavy-traffic',
] as const;
export type SpeedProblem = (typeof SPEED_PROBLEMS)[number];

export const SPEED_SURROUNDINGS = ['school', 'preschool', 'crossing', 'bus-stop'] as const;
export type SpeedSurrounding = (typeof SPEED_SURROUNDINGS)[number];

export const DARK_PLACE_CAUSES = [
  'lamp-broken',
  'lamp-missing',
  'lamp-glaring',
  'lamp-dimmed',
  'poor-overview',
  'vegetation',
  'underpass',
  'stairs',
  'stop',
  'path',
  'parking',
  'schoolyard',
  'neglect',
  'deserted',
] as const;
export type DarkPlaceCause = (typeof DARK_PLACE_CAUSES)[number];

/** Causes that say something about people's neighbourhoods: such a place shows only after a human has read it. */
export const CAUSES_REVIEWED_FIRST = ['neglect', 'deserted'] as const satisfies readonly DarkPlaceCause[];

export const DARK_PLACE_TIMES = ['dark', 'evening', 'night', 'weekend', 'winter'] as const;
export type DarkPlaceTime = (typeof DARK_PLACE_TIMES)[number];

export const IDEA_TOPICS = ['drugs', 'traffic', 'safety', 'night-walks', 'leisure', 'other'] as const;
export type IdeaTopic = (typeof IDEA_TOPICS)[number];

/** Roles of a membership: organisation × municipality × role. */
export const ROLES = ['police-officer', 'case-officer', 'coordinator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ORGANISATION_TYPES = ['police', 'municipality', 'partner'] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

/** How a commitment is followed up (domain.md, "Commitments in the seed, and their types"). */
export const COMMITMENT_TYPES = ['count', 'recurring', 'milestones', 'ongoing'] as const;
export type CommitmentType = (typeof COMMITMENT_TYPES)[number];

/** Why a logged activity does not count towards a commitment that requires a resident's wish. */
export const WHY_NOT_COUNTED = ['wish.missing', 'wish.too-late', 'wish.too-far', 'wish.too-old'] as const;
export type WhyNotCounted = (typeof WHY_NOT_COUNTED)[number];

export const PACES = ['ahead', 'on-track', 'behind'] as const;
export type Pace = (typeof PACES)[number];

/** What has been decided about a resident's words or photo. */
export const PUBLICATION_STATES = ['none', 'pending', 'released', 'kept-back'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** What the detector looks for in free text; names of people need a human. */
export const PERSONAL_DATA_TYPES = ['personal-number', 'registration-number', 'phone', 'email'] as const;
export type PersonalDataType = (typeof PERSONAL_DATA_TYPES)[number];

export const PLACE_TYPES = ['locality', 'road', 'school', 'station'] as const;
export type PlaceType = (typeof PLACE_TYPES)[number];

/** What the place list holds beside the localities, which have a page of their own. */
export const LISTED_TYPES = ['road', 'school', 'station'] as const;
export type ListedType = (typeof LISTED_TYPES)[number];

export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const PROPOSAL_SORTS = ['newest', 'oldest', 'most-supported', 'latest-answer'] as const;
export type ProposalSort = (typeof PROPOSAL_SORTS)[number];

/**
 * How a proposal stands in the answer ledger. `waiting` holds those that are `overdue`; every other is in exactly one. `yes`: linked to a
 * commitment, planned or done. `no`: declined. `referred`: somebody else is responsible. `replied`: answered in words, neither yes nor no.
 */
export const ANSWER_STATES = ['waiting', 'overdue', 'yes', 'no', 'referred', 'replied'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** In a filter: proposals without a locality, or for which no organisation is responsible yet. */
export const FILTER_NONE = 'none';

/** In a filter, before the name of a body outside the promise: `body:Trafikverket`. */
export const BODY_PREFIX = 'body:';

/** Why somebody reports what is shown. */
export const REPORT_REASONS = ['personal-data', 'names-a-person', 'hateful', 'not-true', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** Whether staff have looked at a report. */
export const REPORT_STATES = ['open', 'closed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What staff did about a report: nothing had to change, the words and photos are kept back, or the proposal is hidden. */
export const REPORT_OUTCOMES = ['kept', 'kept-back', 'hidden'] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

/** Sizes, distances and times that the contract promises. Metres, bytes, characters, UTC. */
export const LIMITS = {
  descriptionCharacters: 2000,
  placeNameCharacters: 120,
  roadNameCharacters: 80,
  directionCharacters: 120,
  lampNumberCharacters: 40,
  publicTextCharacters: 2000,
  noteCharacters: 4000,
  outcomeCharacters: 2000,
  replyCharacters: 2000,
  reasonCharacters: 500,
  responsibleCharacters: 120,
  searchCharacters: 100,
  emailCharacters: 254,
  passwordCharacters: 256,
  photosPerProposal: 5,
  photoBytes: 10 * 1024 * 1024,
  photoPixelsLongestSide: 2048,
  thumbnailPixelsLongestSide: 480,
  similarWithinMetres: 250,
  similarDoneWithinMonths: 12,
  answerWithinWorkingDays: 5,
  proposalsAtOnce: 100,
  viewsPerPerson: 20,
  viewNameCharacters: 60,
  viewFiltersCharacters: 2000,
  mapFeatures: 2000,
  pageSizeDefault: 20,
  pageSizeMax: 100,
  idempotencyKeyMin: 8,
  idempotencyKeyMax: 128,
} as const;

/** `ALE-7K3F9`: the municipality's prefix and five characters that cannot be mistaken for each other when read aloud. */
export const REFERENCE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const REFERENCE_PATTERN = /^[A-ZÅÄÖ]{2,6}-[2-9A-HJKMNP-TV-Z]{5,8}$/;

/** The sender's answer to "did it help?". */
export const HELPED = ['yes', 'partly', 'no'] as const;
export type Helped = (typeof HELPED)[number];

/** What the queue can be asked for: what did not help, and nobody has looked at yet. */
export const OUTCOME_FILTERS = ['not-helped'] as const;
export type OutcomeFilter = (typeof OUTCOME_FILTERS)[number];

/** Who has a proposal, as the queue can be asked: oneself, nobody, or a person by the account’s id. */
export const ASSIGNEE_ME = 'me';
export const ASSIGNEE_NOBODY = 'nobody';
/** One’s own organisations, among those that the queue can be asked for. */
export const ORGANISATION_MINE = 'mine';

/** What the queue can be asked for: what has waited too long for its answer. */
export const DEADLINE_FILTERS = ['overdue'] as const;
export type DeadlineFilter = (typeof DEADLINE_FILTERS)[number];

/** The orders of the queue. */
export const QUEUE_SORTS = ['newest', 'oldest', 'due', 'most-supported'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** What staff can post about. */
export const POST_SUBJECTS = [
  'activities',
  'commitments',
  'follow-ups',
  'medborgardialoger',
  'dialogue-reports',
] as const;
export type PostSubject = (typeof POST_SUBJECTS)[number];

/** Characters of a post: as many as Instagram takes. */
export const POST_CHARACTERS = 2200;

/** What an entry of a municipality’s log is about. */
export const LOG_AREAS = ['proposals', 'activities', 'follow-ups', 'administration', 'records'] as const;
export type LogArea = (typeof LOG_AREAS)[number];

/** How often somebody is told: within a quarter of an hour, or on Thursday mornings. */
export const SUBSCRIPTION_FREQUENCIES = ['weekly', 'at-once'] as const;
export type SubscriptionFrequency = (typeof SUBSCRIPTION_FREQUENCIES)[number];

/** A subscription is nobody's before the address has said yes. */
export const SUBSCRIPTION_STATES = ['unconfirmed', 'confirmed'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** Metres around a point, the side of the squares that points are kept as, and how many areas an address may watch. */
export const SUBSCRIPTION_LIMITS = { radiusMetres: 500, squareMetres: 200, areas: 10 } as const;

/** How many parts of a photo can be covered, and how small a part may be, of the photo's side. */
export const REDACTION_LIMITS = { regions: 50, smallest: 0.001 } as const;

/** What a municipality has a retention rule for: each kind of proposal, activities, and the originals of photos that are covered in part. */
export const RETENTION_TYPES = [
  'speed-check',
  'dark-place',
  'idea',
  'activity',
  'medborgardialog',
  'photo-original',
] as const;
export type RetentionType = (typeof RETENTION_TYPES)[number];

/** What can have been disposed of: that, and what lay in quarantine for its time. */
export const DISPOSAL_TYPES = [...RETENTION_TYPES, 'quarantine'] as const;
export type DisposalType = (typeof DISPOSAL_TYPES)[number];

/** How a proposal came in: sent by a resident, as a pin at a medborgardialog, or registered by staff on a resident's behalf. */
export const PROPOSAL_SOURCES = [
  'web',
  'phone',
  'paper',
  'meeting',
  'e-mail',
  'counter',
  'dialogue',
] as const;
export type ProposalSource = (typeof PROPOSAL_SOURCES)[number];

/** How residents reach staff who register for them. */
export const BEHALF_SOURCES = PROPOSAL_SOURCES.filter(
  (source): source is Exclude<ProposalSource, 'web' | 'dialogue'> =>
    source !== 'web' && source !== 'dialogue',
);

/** What the queue can be asked for: people who left a telephone number alone, and are to be called about an answer. */
export const CALL_FILTERS = ['to-call'] as const;
export type CallFilter = (typeof CALL_FILTERS)[number];

/** What the queue can be asked for about referrals: the body has answered, or should have long ago. */
export const REFERRAL_FILTERS = ['answered', 'overdue'] as const;
export type ReferralFilter = (typeof REFERRAL_FILTERS)[number];
