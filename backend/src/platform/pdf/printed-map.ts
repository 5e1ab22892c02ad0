import type { Position } from '@lofteskartan/shared/position';
import type { Bounds } from './map-bounds.rules.js';

export type Doc = PDFKit.PDFDocument;

/** What a map on paper is drawn in, in points. */
export interface MapFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const land = '#f1ebdd';
const outside = '#fbf9f4';
const border = '#7d7765';
const metresPerDegree = 111_320;

/** How a degree of longitude compares with one of latitude in the middle of what is shown. */
const narrowOf = ([, south, , north]: Bounds): number => Math.cos((((south + north) / 2) * Math.PI) / 180);

/** Points of the paper for a degree of latitude, so that everything within the bounds is seen. @param least degrees of latitude that are shown at least */
function scaleOf(
  bounds: Bounds,
  { width, height }: Pick<MapFrame, 'width' | 'height'>,
  least: number,
  room: number,
): number {
  const [west, south, east, north] = bounds;
  const across = Math.max((east - west) * narrowOf(bounds), least) * (1 + 2 * room);
  const up = Math.max(north - south, least) * (1 + 2 * room);
  return Math.min(width / across, height / up);
}

/** A map's positions on paper: everything within the bounds is seen and keeps its shape. */
export interface Projection {
  readonly at: (position: Position) => [x: number, y: number];
  /** Points of the paper for a metre. */
  readonly perMetre: number;
}

/**
 * Lays a part of the world into a frame.
 * @param least degrees of latitude that are shown at least, so that a single place has surroundings
 * @param room of the side of what is shown: air around the outermost places
 */
export function projection(
  bounds: Bounds,
  frame: MapFrame,
  { least = 0.01, room = 0.12 }: { readonly least?: number; readonly room?: number } = {},
): Projection {
  const [west, south, east, north] = bounds;
  const narrow = narrowOf(bounds);
  const scale = scaleOf(bounds, frame, least, room);
  return {
    at: ([lng, lat]) => [
      frame.left + frame.width / 2 + (lng - (west + east) / 2) * narrow * scale,
      frame.top + frame.height / 2 - (lat - (south + north) / 2) * scale,
    ],
    perMetre: scale / metresPerDegree,
  };
}

/** Follows positions with the pen. The caller fills or strokes. */
export function follow(doc: Doc, { at }: Projection, positions: readonly Position[]): void {
  positions.forEach((position, index) => {
    const [x, y] = at(position);
    if (index === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  });
}

/** The paper's own ground: the municipality's outline on what lies outside of it. What comes after is cut at the frame. */
export function drawLand(doc: Doc, frame: MapFrame, map: Projection, outline: readonly Position[]): void {
  const { left, top, width, height } = frame;
  doc.rect(left, top, width, height).fill(outside);
  doc.rect(left, top, width, height).clip();
  if (outline.length === 0) return;
  follow(doc, map, outline);
  doc.closePath().lineWidth(1).fillAndStroke(land, border);
}
