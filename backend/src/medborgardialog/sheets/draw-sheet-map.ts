import type { Position } from '@lofteskartan/shared/position';
import type { GroundLine, MapGround } from '../../municipalities/map-ground.rules.js';
import {
  type Doc,
  drawLand,
  follow,
  type MapFrame,
  projection,
  type Projection,
} from '../../platform/pdf/printed-map.js';
import { ink, soft } from '../../platform/pdf/printed-parts.js';
import { scaleLength, type SheetMap } from './table-sheet.rules.js';

/** Pale enough to draw on, and told apart in grey. */
export const tones = { water: '#c9dbe4', builtUp: '#e0d5bb', road: '#8c8570', railway: '#4b5672' } as const;

/** What is written on a map, so that no other word covers it. */
interface Written {
  readonly boxes: { readonly x: number; readonly y: number; readonly half: number }[];
  readonly roads: Set<string>;
}

/** A map to draw on: the ground that the municipality has of its own, no tiles. */
export function drawSheetMap(
  doc: Doc,
  frame: MapFrame,
  ground: MapGround,
  { bounds, name }: SheetMap,
  north: string,
): void {
  const map = projection(bounds, frame, { least: 0.012, room: 0.06 });
  const isClose = name !== null;
  doc.save();
  drawLand(doc, frame, map, ground.outline);
  for (const ring of ground.builtUp) area(doc, map, ring, tones.builtUp);
  for (const ring of ground.water) area(doc, map, ring, tones.water);
  for (const line of ground.railways) railway(doc, map, line);
  for (const { line } of ground.roads) stroke(doc, map, line, isClose ? 2 : 0.7);
  for (const { line } of ground.mainRoads) stroke(doc, map, line, isClose ? 3.2 : 1.4);
  const written: Written = { boxes: [], roads: new Set() };
  for (const spot of ground.spots) mark(doc, frame, map, spot, { isClose, written });
  const names = isClose ? ground.localities.filter((each) => each.name !== name) : ground.localities;
  for (const each of names)
    word(doc, frame, map.at(each.position), each.name, { written, size: 11, bold: true });
  if (isClose)
    for (const road of [...ground.mainRoads, ...ground.roads]) roadName(doc, frame, map, road, written);
  scale(doc, frame, map);
  compass(doc, frame, north);
  doc.restore();
  doc.rect(frame.left, frame.top, frame.width, frame.height).lineWidth(1.2).strokeColor(ink).stroke();
}

function area(doc: Doc, map: Projection, ring: readonly Position[], color: string): void {
  follow(doc, map, ring);
  doc.closePath().fill(color);
}

function stroke(doc: Doc, map: Projection, line: readonly Position[], width: number): void {
  follow(doc, map, line);
  doc.lineWidth(width).lineCap('round').lineJoin('round').strokeColor(tones.road).stroke();
}

/** A line with sleepers. */
function railway(doc: Doc, map: Projection, line: readonly Position[]): void {
  follow(doc, map, line);
  doc.lineWidth(1).strokeColor(tones.railway).stroke();
  follow(doc, map, line);
  doc.lineWidth(4.5).lineCap('butt').dash(1, { space: 7 }).stroke().undash();
}

const isSeen = ({ left, top, width, height }: MapFrame, [x, y]: readonly [number, number]): boolean =>
  x > left + 6 && x < left + width - 6 && y > top + 6 && y < top + height - 6;

/** A station is a square, a school a triangle; the name beside it where there is room. */
function mark(
  doc: Doc,
  frame: MapFrame,
  map: Projection,
  { type, name, position }: MapGround['spots'][number],
  { isClose, written }: { readonly isClose: boolean; readonly written: Written },
): void {
  const at = map.at(position);
  if (!isSeen(frame, at)) return;
  spotMark(doc, type, at);
  if (isClose) word(doc, frame, [at[0], at[1] + 11], name, { written, size: 9.5, bold: false });
  written.boxes.push({ x: at[0], y: at[1], half: 6 });
}

/** The mark of a station or a school, its middle at a point. */
export function spotMark(doc: Doc, type: 'school' | 'station', [x, y]: readonly [number, number]): void {
  if (type === 'station') doc.rect(x - 3.6, y - 3.6, 7.2, 7.2);
  else doc.polygon([x, y - 4.6], [x + 4.6, y + 3.6], [x - 4.6, y + 3.6]);
  doc.lineWidth(1).fillAndStroke(type === 'station' ? ink : '#ffffff', ink);
}

/** A name with its middle at a point, unless it leaves the map or covers another. */
function word(
  doc: Doc,
  frame: MapFrame,
  [x, y]: readonly [number, number],
  text: string,
  { written, size, bold }: { readonly written: Written; readonly size: number; readonly bold: boolean },
): void {
  doc.font(bold ? 'bold' : 'text').fontSize(size);
  const half = doc.widthOfString(text) / 2;
  const isFree = written.boxes.every(
    (each) => Math.abs(each.x - x) > each.half + half + 2 || Math.abs(each.y - y) > size * 1.3,
  );
  if (!isFree || !isSeen(frame, [x - half, y]) || !isSeen(frame, [x + half, y])) return;
  written.boxes.push({ x, y, half });
  haloed(doc, text, [x - half, y - size * 0.6], ink);
}

/** Writes on whatever lies below, with a pale rim. */
function haloed(doc: Doc, text: string, [x, y]: readonly [number, number], color: string): void {
  doc.lineWidth(2.6).lineJoin('round').strokeColor('#fbf9f4');
  doc.text(text, x, y, { lineBreak: false, fill: false, stroke: true });
  doc.fillColor(color).text(text, x, y, { lineBreak: false });
}

/** A road's name along it, once: as near its middle as nothing else is covered. */
function roadName(
  doc: Doc,
  frame: MapFrame,
  map: Projection,
  { name, line }: GroundLine,
  { boxes, roads }: Written,
): void {
  if (name === null || roads.has(name)) return;
  doc.font('text').fontSize(8.5);
  const half = doc.widthOfString(name) / 2;
  const sides = line.slice(1).map((to, index) => [map.at(line[index] ?? to), map.at(to)] as const);
  const middle = sides.length / 2;
  const inOrder = sides
    .map((side, index) => ({ side, away: Math.abs(index + 0.5 - middle) }))
    .sort((one, other) => one.away - other.away);
  for (const { side } of inOrder) {
    const [from, to] = side;
    const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const isFree = boxes.every((each) => Math.hypot(each.x - x, each.y - y) > each.half + Math.min(half, 26));
    const [over, up] = [half * 0.9, half];
    const isOnMap =
      isSeen(frame, [x - over, y - up]) && isSeen(frame, [x + over, y + up]) && !isCorner(frame, [x, y]);
    if (!isFree || !isOnMap) continue;
    boxes.push({ x, y, half: half * 0.7 });
    roads.add(name);
    const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
    // Never upside down.
    const upright = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
    doc.save().rotate(upright, { origin: [x, y] });
    haloed(doc, name, [x - half, y - 12], soft);
    doc.restore();
    return;
  }
}

/** Where the scale and the arrow to the north stand. */
const isCorner = ({ left, top, width, height }: MapFrame, [x, y]: readonly [number, number]): boolean =>
  (x < left + 170 && y > top + height - 50) || (x > left + width - 80 && y < top + 80);

/** How long a round number of metres is. */
function scale(doc: Doc, { left, top, height }: MapFrame, { perMetre }: Projection): void {
  const metres = scaleLength(perMetre, 130);
  const width = metres * perMetre;
  const [x, y] = [left + 12, top + height - 14];
  doc.rect(x - 6, y - 18, width + 12, 26).fill('#ffffff');
  doc
    .moveTo(x, y - 4)
    .lineTo(x, y)
    .lineTo(x + width, y)
    .lineTo(x + width, y - 4);
  doc.lineWidth(1.2).strokeColor(ink).stroke();
  const text = metres >= 1000 ? `${String(metres / 1000)} km` : `${String(metres)} m`;
  doc.font('text').fontSize(9).fillColor(ink);
  doc.text(text, x + width / 2 - doc.widthOfString(text) / 2, y - 15, { lineBreak: false });
}

/** Where north is. */
function compass(doc: Doc, { left, top, width }: MapFrame, word: string): void {
  const [x, y] = [left + width - 26, top + 16];
  doc.rect(x - 18, y - 12, 36, 46).fill('#ffffff');
  doc.polygon([x, y - 8], [x + 6, y + 14], [x, y + 9], [x - 6, y + 14]).fill(ink);
  doc.font('text').fontSize(9).fillColor(ink);
  doc.text(word, x - doc.widthOfString(word) / 2, y + 19, { lineBreak: false });
}
