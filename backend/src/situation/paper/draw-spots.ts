import type { HotSpot } from '@lofteskartan/shared/contracts/situation';
import type { Position } from '@lofteskartan/shared/position';
import { ink, type Paper, type Part, soft } from '../../platform/pdf/paper.js';
import { boundsOf } from '../../platform/pdf/map-bounds.rules.js';
import { drawLand, projection } from '../../platform/pdf/printed-map.js';

/** What a small map on paper is drawn of. */
export interface PaperGround {
  readonly outline: readonly Position[];
  readonly localities: readonly { readonly name: string; readonly position: Position }[];
}

/** Points. */
export const MAP_HEIGHT = 380;
const radius = 9;

/**
 * The whole municipality, with the places that stand out: a filled ring is certain, a whole one likely, a broken one may be chance.
 * The localities are named.
 */
export function drawSpots(
  paper: Paper,
  parent: Part,
  { ground, spots, alt }: { ground: PaperGround; spots: readonly HotSpot[]; alt: string },
): void {
  const { doc } = paper;
  const pointed = [...spots, ...ground.localities].map(({ position }) => position);
  const shown = boundsOf([...pointed, ...ground.outline]);
  if (!shown) return;
  paper.figure(parent, alt, MAP_HEIGHT, (left, top) => {
    const frame = { left, top, width: paper.width, height: MAP_HEIGHT };
    const map = projection(shown, frame, { room: 0.03 });
    const { at } = map;
    drawLand(doc, frame, map, ground.outline);
    doc.font('text').fontSize(8.5).fillColor(soft);
    for (const { name, position } of ground.localities) {
      const [x, y] = at(position);
      doc.text(name, x + radius + 6, y - 5, { lineBreak: false });
    }
    // The first lies on top where two meet.
    for (const { rank, position, certainty } of [...spots].reverse()) {
      const [x, y] = at(position);
      if (certainty === 'certain') {
        doc
          .circle(x, y, radius + 2.5)
          .lineWidth(1.4)
          .fillAndStroke('#fff', ink);
        doc.circle(x, y, radius).fill(ink);
      } else {
        doc.circle(x, y, radius + 1).lineWidth(certainty === 'likely' ? 2.2 : 1.2);
        if (certainty === 'chance') doc.dash(2.5, { space: 2 });
        doc.fillAndStroke('#fff', ink).undash();
      }
      const number = String(rank);
      doc
        .font('bold')
        .fontSize(9)
        .fillColor(certainty === 'certain' ? '#fff' : ink);
      doc.text(number, x - doc.widthOfString(number) / 2, y - 4.6, { lineBreak: false });
    }
  });
}
