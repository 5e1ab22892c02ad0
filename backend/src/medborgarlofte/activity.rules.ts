import type { ActivityResult } from '@lofteskartan/shared/contracts/activities';
import type { ProposalKind, ProposalStatus, Role } from '@lofteskartan/shared/vocabulary';
import {
  addDays,
  endOfStockholmDay,
  isIsoDate,
  startOfStockholmDay,
  stockholmDate,
  type IsoDate,
} from '../platform/dates.js';
import type { FieldCode } from '../platform/problem/codes.js';
import type { Membership } from '../platform/staff-member.js';

/** A field that is wrong, and why. */
export interface Fault {
  readonly field: string;
  readonly code: FieldCode;
  readonly params?: Readonly<Record<string, string | readonly string[]>>;
}

/** An activity as far as permissions ask about it. */
export interface ActivityFacts {
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly confirmedAt: Date | null;
  readonly releasedAt: Date | null;
}

/** What a person may do with an activity. */
export type ActivityAct = 'change' | 'confirm' | 'release';

/** The roles that log activities. */
export const loggingRoles = [
  'police-officer',
  'case-officer',
  'coordinator',
] as const satisfies readonly Role[];

/**
 * Whether a person may do something with an activity of their municipality: the police or case officer of the organisation
 * that did it changes it until it is confirmed, after that only a coordinator does; a coordinator confirms for every
 * organisation; only the officer of the organisation that did it releases it early.
 */
export function mayDo(
  act: ActivityAct,
  memberships: readonly Membership[],
  activity: ActivityFacts,
): boolean {
  return memberships.some((one) => {
    if (one.municipalityId !== activity.municipalityId) return false;
    const own = one.organisationId === activity.organisationId;
    if (act === 'confirm') return one.role === 'coordinator';
    if (act === 'release') return own && one.role === 'police-officer';
    if (one.role === 'coordinator') return true;
    return own && isOfficer(one) && activity.confirmedAt === null;
  });
}

/** What a person may do with an activity in the state that it is in. */
export function allowedOnActivity(
  memberships: readonly Membership[],
  activity: ActivityFacts,
): ActivityAct[] {
  const possible: ActivityAct[] = ['change'];
  if (!activity.confirmedAt) possible.push('confirm');
  else if (!activity.releasedAt) possible.push('release');
  return possible.filter((act) => mayDo(act, memberships, activity));
}

/** Why an activity cannot be confirmed now, or null. */
export function whyNotConfirm({ confirmedAt }: ActivityFacts): 'activity.alreadyConfirmed' | null {
  return confirmedAt ? 'activity.alreadyConfirmed' : null;
}

/** Why an activity cannot be released now, or null. */
export function whyNotRelease({
  confirmedAt,
  releasedAt,
}: ActivityFacts): 'activity.notConfirmed' | 'activity.alreadyReleased' | null {
  if (!confirmedAt) return 'activity.notConfirmed';
  return releasedAt ? 'activity.alreadyReleased' : null;
}

/** A commitment as far as logging asks about it. */
export interface LoggableCommitment {
  readonly municipalityId: string;
  readonly owners: readonly { readonly id: string; readonly slug: string }[];
}

/** For which organisation an activity may be logged, or why not. */
export type LoggingDecision =
  | { readonly organisationId: string }
  | { readonly refusal: 'not.found' | 'role.insufficient' }
  | { readonly fault: Fault };

/**
 * Who did what is logged: officers log for their own organisation where it owns the commitment; coordinators for any owner,
 * which they name, with a note of where they have it from when it is not their own.
 */
export function loggingOrganisation(
  memberships: readonly Membership[],
  commitment: LoggableCommitment,
  onBehalfOf: string | undefined,
  sourceNote: string | undefined,
): LoggingDecision {
  const here = memberships.filter(({ municipalityId }) => municipalityId === commitment.municipalityId);
  if (here.length === 0) return { refusal: 'not.found' };
  const coordinates = here.some(({ role }) => role === 'coordinator');
  const named = commitment.owners.find(({ slug }) => slug === onBehalfOf);
  if (coordinates && onBehalfOf !== undefined && !named) {
    const allowed = commitment.owners.map(({ slug }) => slug);
    return { fault: { field: 'onBehalfOf', code: 'notOneOf', params: { allowed } } };
  }
  const own = commitment.owners.find(
    ({ id, slug }) =>
      (onBehalfOf === undefined || slug === onBehalfOf) &&
      here.some((one) => one.organisationId === id && (loggingRoles as readonly Role[]).includes(one.role)),
  );
  if (own) return { organisationId: own.id };
  if (!coordinates) return { refusal: 'role.insufficient' };
  if (!named) return { fault: { field: 'onBehalfOf', code: 'required' } };
  if (sourceNote === undefined) return { fault: { field: 'sourceNote', code: 'required' } };
  return { organisationId: named.id };
}

/** The days on which an activity of a commitment can have taken place. */
export interface PossibleDays {
  /** First and last day of the promise. */
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
  /** The first day on which the commitment no longer holds. */
  readonly closedFrom: IsoDate | null;
  /** The last day that the opening balance covers: what was done until then is in it already. */
  readonly openingAsOf: IsoDate | null;
}

/** What is wrong with an activity's date, or null. */
export function dateFault(occurredOn: string, days: PossibleDays, today: IsoDate): Fault | null {
  const field = 'occurredOn';
  if (!isIsoDate(occurredOn)) return { field, code: 'notADate' };
  if (occurredOn > today) return { field, code: 'inTheFuture' };
  if (occurredOn < days.startsOn) return { field, code: 'beforeThePromise', params: { date: days.startsOn } };
  if (days.endsOn !== null && occurredOn > days.endsOn) {
    return { field, code: 'afterThePromise', params: { date: days.endsOn } };
  }
  if (days.closedFrom !== null && occurredOn >= days.closedFrom) {
    return { field, code: 'afterTheCommitment', params: { date: days.closedFrom } };
  }
  if (days.openingAsOf !== null && occurredOn <= days.openingAsOf) {
    return { field, code: 'inTheOpening', params: { date: days.openingAsOf } };
  }
  return null;
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** What is wrong with the moment at which an activity ended, or null: it ended on its day or in the night after, and not in the future. */
export function endedAtFault(endedAt: string | undefined, occurredOn: IsoDate, now: Date): Fault | null {
  if (endedAt === undefined) return null;
  const field = 'result.endedAt';
  const ended = moment.test(endedAt) ? new Date(endedAt) : new Date(NaN);
  if (Number.isNaN(ended.getTime())) return { field, code: 'notAMoment' };
  if (ended > now) return { field, code: 'inTheFuture' };
  const early = ended < startOfStockholmDay(occurredOn);
  return early || ended > endOfStockholmDay(addDays(occurredOn, 1)) ? { field, code: 'notOnItsDay' } : null;
}

/** So far ahead a phone's clock may be, and what it tells is taken as now. */
const AHEAD_MS = 10 * 60_000;

/** When an activity took place, once a clock that is a little ahead is put right: what ended in the next few minutes ended now. */
export function putRight<Told extends { readonly occurredOn: string; readonly result?: ActivityResult }>(
  told: Told,
  now: Date,
): Told {
  const { occurredOn, result } = told;
  if (result?.endedAt === undefined || !moment.test(result.endedAt)) return told;
  const ended = new Date(result.endedAt);
  if (!(ended > now && ended.getTime() - now.getTime() <= AHEAD_MS)) return told;
  const [today, day] = [stockholmDate(now), stockholmDate(ended)];
  return {
    ...told,
    occurredOn: occurredOn === day ? today : occurredOn,
    result: Object.assign({}, result, { endedAt: now.toISOString() }),
  };
}

/** What is wrong with the numbers of a result, or null: nobody is reported who was not measured. */
export function reportedFault({
  measured,
  reported,
}: Pick<ActivityResult, 'measured' | 'reported'>): Fault | null {
  if (measured === undefined || reported === undefined || reported <= measured) return null;
  return { field: 'result.reported', code: 'tooLarge', params: { max: String(measured) } };
}

/** A proposal that is to be linked; undefined when the municipality has none of that number. */
export interface Linkable {
  readonly kind: ProposalKind;
  readonly status: ProposalStatus;
}

/** What is wrong with the proposals that are to be linked, each at its place in the list. */
export function linkFaults(
  proposals: readonly (Linkable | undefined)[],
  acceptsKinds: readonly ProposalKind[],
): Fault[] {
  return proposals.flatMap((proposal, index) => {
    const code = whyNotLink(proposal, acceptsKinds);
    return code ? [{ field: `proposalReferences[${index}]`, code }] : [];
  });
}

function whyNotLink(proposal: Linkable | undefined, acceptsKinds: readonly ProposalKind[]): FieldCode | null {
  if (!proposal) return 'proposalUnknown';
  if (!acceptsKinds.includes(proposal.kind)) return 'proposalOfOtherKind';
  return proposal.status === 'hidden' || proposal.status === 'withdrawn' ? 'proposalNotShown' : null;
}

/** What is wrong with taking links away, or null: who was told that an activity answered them is not told the contrary. */
export function unlinkFault(
  before: readonly string[],
  after: readonly string[],
  confirmed: boolean,
): Fault | null {
  if (!confirmed || before.every((reference) => after.includes(reference))) return null;
  return { field: 'proposalReferences', code: 'linkIsFinal' };
}

function isOfficer({ role }: Membership): boolean {
  return role === 'police-officer' || role === 'case-officer';
}
