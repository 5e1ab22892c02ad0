import type { Position } from '@lofteskartan/shared/position';
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

/** Close enough that proposals a few metres apart stand beside each other. */
const CLOSEST = 18;
/** So many pixels of the small map are free for positions. */
const FREE_PIXELS = 140;
const METRES_OF_A_DEGREE = 111_320;
/** What a pixel at zoom 0 covers on the equator. */
const WIDEST_PIXEL_METRES = 156_543;

/** The middle of some positions, as close as shows them all; null for none. */
export function viewOf(positions: readonly Position[]): { center: Position; zoom: number } | null {
  if (positions.length === 0) return null;
  const ends = (axis: 0 | 1) => {
    const values = positions.map((position) => position[axis]);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  const [[west, east], [south, north]] = [ends(0), ends(1)];
  const center: Position = [(west + east) / 2, (south + north) / 2];
  const shrink = Math.cos((center[1] * Math.PI) / 180);
  const metres = METRES_OF_A_DEGREE * Math.max(north - south, (east - west) * shrink, 0.00001);
  const zoom = Math.floor(Math.log2((WIDEST_PIXEL_METRES * shrink * FREE_PIXELS) / metres));
  return { center, zoom: Math.min(CLOSEST, zoom) };
}
