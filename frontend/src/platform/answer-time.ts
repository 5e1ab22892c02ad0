import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';

/** Where the times by kind stand in a message. */
const MEMBER = { 'speed-check': 'speedCheck', 'dark-place': 'darkPlace', idea: 'idea' } as const;

/** The time of a kind among times by kind. */
export const timeOf = <Time>(times: Record<(typeof MEMBER)[ProposalKind], Time>, kind: ProposalKind): Time =>
  times[MEMBER[kind]];

/** Working days within which a municipality promises an answer about a kind; null when it promises none, or is on its way. */
export function promisedAnswer(
  municipality: Pick<Municipality, 'answerWithin'> | undefined,
  kind: ProposalKind,
): number | null {
  return municipality ? timeOf(municipality.answerWithin, kind) : null;
}

/** The one time of all kinds; undefined when they differ. */
export function oneTime<Time>(times: Record<(typeof MEMBER)[ProposalKind], Time>): Time | undefined {
  const [first, ...others] = new Set<Time>(Object.values(times));
  return others.length === 0 ? first : undefined;
}
