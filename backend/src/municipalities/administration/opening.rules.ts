import type { OpeningNeed } from '@lofteskartan/shared/contracts/town';

/** What is counted before a municipality is opened. */
export interface TownFacts {
  /** Whether its outline is more than the box that a new municipality begins with. */
  readonly hasOutline: boolean;
  /** Promises that are published; what is still a draft has no row among them. */
  readonly promises: number;
  /** Commitments that the published promises hold. */
  readonly commitments: number;
  /** Memberships of people who handle proposals. */
  readonly workers: number;
}

/** What a municipality has. */
export interface TownToOpen {
  readonly localities: readonly unknown[];
  readonly organisations: readonly { readonly type: string }[];
  readonly contacts: readonly unknown[];
  readonly facts: TownFacts;
}

/** What is missing before a municipality can be opened to its residents, in the order in which it is easiest done. */
export function missingToOpen({ localities, organisations, contacts, facts }: TownToOpen): OpeningNeed[] {
  const has = (type: string): boolean => organisations.some((each) => each.type === type);
  const needs: [OpeningNeed, boolean][] = [
    ['outline', facts.hasOutline],
    ['locality', localities.length > 0],
    ['police', has('police')],
    ['office', has('municipality')],
    ['contact', contacts.length > 0],
    ['promise', facts.promises > 0],
    ['commitment', facts.commitments > 0],
    ['staff', facts.workers > 0],
  ];
  return needs.filter(([, isThere]) => !isThere).map(([need]) => need);
}
