import type { ProposalMap, PublicProposal } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalKind, PublicStatus } from '@lofteskartan/shared/vocabulary';
import type { CountedPins, Counts, Pin } from '../../map/cluster-index.js';
import { KIND_SHAPES, STATUS_LOOKS } from '../../platform/looks.js';

/** What the map needs of a proposal. */
interface Pinned {
  reference: string;
  kind: ProposalKind;
  status: PublicStatus;
}

/** How a proposal looks on the map: shape of its kind, fill and tone of its status. */
export function pinLook({ kind, status }: Pinned): Pick<Pin, 'shape' | 'fill' | 'tone'> {
  return { shape: KIND_SHAPES[kind], ...STATUS_LOOKS[status] };
}

export interface FeedMarks {
  pins: Pin[];
  counted: CountedPins[];
}

/** Pins and clusters of the map feed. Pins that stand in the list come first, in the list's order. */
export function marksOfFeed(
  feed: ProposalMap,
  listed: readonly string[],
  labelOf: (pin: Pinned & { supportCount: number }) => string,
): FeedMarks {
  const order = new Map(listed.map((reference, index) => [reference, index]));
  const pins: Pin[] = [];
  const counted: CountedPins[] = [];
  for (const { geometry, properties } of feed.features) {
    const position = geometry.coordinates;
    if ('cluster' in properties) {
      const [disc, lantern, bubble] = properties.kinds;
      counted.push({ position, counts: { disc, lantern, bubble }, box: properties.bounds });
    } else
      pins.push({ key: properties.reference, position, ...pinLook(properties), label: labelOf(properties) });
  }
  const place = (pin: Pin) => order.get(pin.key) ?? order.size;
  return { pins: pins.sort((a, b) => place(a) - place(b)), counted };
}

/** The same from proposals of a list; those without a position are not on the map. */
export function marksOfList(
  proposals: readonly PublicProposal[],
  labelOf: (pin: PublicProposal) => string,
): FeedMarks {
  const pins = proposals.flatMap((proposal) =>
    proposal.position
      ? [
          {
            key: proposal.reference,
            position: proposal.position,
            ...pinLook(proposal),
            label: labelOf(proposal),
          },
        ]
      : [],
  );
  return { pins, counted: [] };
}

/** How many things marks stand for, by shape. */
export function countMarks({ pins, counted }: FeedMarks): Counts & { total: number } {
  const sum = { disc: 0, lantern: 0, bubble: 0, total: 0 };
  for (const { shape } of pins) sum[shape] += 1;
  for (const { counts } of counted)
    for (const shape of ['disc', 'lantern', 'bubble'] as const) sum[shape] += counts[shape];
  sum.total = sum.disc + sum.lantern + sum.bubble;
  return sum;
}
