import type { HotSpot } from '@lofteskartan/shared/contracts/situation';
import type { Position } from '@lofteskartan/shared/position';
import { ink, line, type Paper, type Part, soft } from '../../platform/pdf/paper.js';

/** What a small map on paper is drawn of. */
export interface PaperGround {
  readonly outline: readonly Position[];
  readonly localities: readonly { readonly name: string; readonly position: Position }[];
}

/** Points. */
export const MAP_HEIGHT = 300;
const radius = 9;
const land = '#f1ebdd';
const outside = '#fbf9f4';
/** Of the side of what is shown: room around the outermost places. */
const room = 0.12;

/** Turns positions into points of the paper, so that all that is given is seen and keeps its shape. */
function projection(
  shown: readonly Position[],
  width: number,
): (left: number, top: number) => (position: Position) => [x: number, y: number] {
  const lngs = shown.map(([lng]) => lng);
  const lats = shown.map(([, lat]) => lat);
  const [west, east, south, north] = [
    Math.min(...lngs),
    Math.max(...lngs),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const [middle, narrow] = [(south + north) / 2, Math.cos((((south + north) / 2) * Math.PI) / 180)];
  // A kilometre at least, so that a single place has surroundings.
  const across = Math.max((east - west) * narrow, 0.01) * (1 + 2 * room);
  const scale = Math.min(width / across, MAP_HEIGHT / (Math.max(north - south, 0.01) * (1 + 2 * room)));
  return (left, top) =>
    ([lng, lat]) => [
      left + width / 2 + (lng - (west + east) / 2) * narrow * scale,
      top + MAP_HEIGHT / 2 - (lat - middle) * scale,
    ];
}

/**
 * The part of the municipality where places stand out: a filled ring is certain, a whole one likely, a broken one may be chance.
 * The localities are named.
 */
export function drawSpots(
  paper: Paper,
  parent: Part,
  { ground, spots, alt }: { ground: PaperGround; spots: readonly HotSpot[]; alt: string },
): void {
  const { doc } = paper;
  const project = projection(
    [...spots, ...ground.localities].map(({ position }) => position),
    paper.width,
  );
  paper.figure(parent, alt, MAP_HEIGHT, (left, top) => {
    const at = project(left, top);
    doc.rect(left, top, paper.width, MAP_HEIGHT).fill(outside);
    doc.rect(left, top, paper.width, MAP_HEIGHT).clip();
    ground.outline.forEach((point, index) => {
      const [x, y] = at(point);
      if (index === 0) doc.moveTo(x, y);
      else doc.lineTo(x, y);
    });
    if (ground.outline.length > 0) doc.closePath().lineWidth(1).fillAndStroke(land, line);
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
