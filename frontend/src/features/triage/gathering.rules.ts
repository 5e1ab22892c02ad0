import type { CaseProposal, CaseSuggestion, GatherProposals } from '@lofteskartan/shared/contracts/cases';

/** Who may lead when these are gathered: the one that is open, or any that was chosen; what has ended can only lead. */
export function mayLead(
  current: { readonly reference: string; readonly mayJoin: boolean },
  chosen: readonly Pick<CaseSuggestion, 'reference' | 'mayJoin'>[],
): string[] {
  const all = [current, ...chosen];
  const fixed = all.filter(({ mayJoin }) => !mayJoin);
  if (fixed.length > 1) return [];
  return (fixed.length === 1 ? fixed : all).map(({ reference }) => reference);
}

/** The call that gathers all but the leader under it. */
export function gatherBody(
  leader: string,
  all: readonly Pick<CaseProposal, 'reference' | 'version'>[],
  note: string,
): GatherProposals | null {
  const leading = all.find(({ reference }) => reference === leader);
  if (!leading) return null;
  const members = all
    .filter(({ reference }) => reference !== leader)
    .map(({ reference, version }) => ({ reference, version }));
  return { version: leading.version, members, note: note.trim() || undefined };
}
