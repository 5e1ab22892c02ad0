import type { HotSpot } from '@lofteskartan/shared/contracts/situation';
import type { Position } from '@lofteskartan/shared/position';
import { ink, line, type Paper, type Part } from './paper.js';

/** The outer rings of a municipality’s outline. */
export type Rings = readonly (readonly Position[])[];

const height = 290;
const radius = 9;
const land = '#f1ebdd';

/** A map of the municipality’s outline with the places that stand out: a filled ring is certain, a whole one likely, a broken one may be chance. */
export function drawSpots(
  paper: Paper,
  parent: Part,
  { rings, spots, alt }: { rings: Rings; spots: readonly HotSpot[]; alt: string },
): void {
  const points = rings.flat();
  if (points.length === 0) return;
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  const [west, east, south, north] = [
    Math.min(...lngs),
    Math.max(...lngs),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(paper.width / ((east - west) * narrow), height / (north - south));
  paper.figure(parent, alt, height, (left, top) => {
    const { doc } = paper;
    const at = ([lng, lat]: Position): [number, number] => [
      left + (lng - west) * narrow * scale,
      top + (north - lat) * scale,
    ];
    for (const ring of rings) {
      ring.forEach((point, index) => {
        const [x, y] = at(point);
        if (index === 0) doc.moveTo(x, y);
        else doc.lineTo(x, y);
      });
      doc.closePath().lineWidth(1).fillAndStroke(land, line);
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
