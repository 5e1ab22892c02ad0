import type { Box } from '@lofteskartan/shared/position';
import {
  LIMITS,
  LISTED_STATUSES,
  PROPOSAL_KINDS,
  type ListedStatus,
  type ProposalKind,
} from '@lofteskartan/shared/vocabulary';

/** The coarsest grid that is kept: 32 × 32 cells over the world, enough to answer any box. */
export const COARSEST_LEVEL = 5;
/** The finest grid that is kept: cells of about 160 × 150 m in Sweden. Closer than that the map shows pins. */
export const FINEST_LEVEL = 17;
/** Each row of a box costs one look into the index, so a tall box gets a coarser grid. */
export const MOST_ROWS = 100;
/** Zoom level 0 is one tile of 256 pixels: cells of 64 pixels lie two levels below. */
const LEVELS_BELOW_ZOOM = 2;
/** The number of counts that a cell keeps: one for each kind and listed status. */
export const SLOTS = PROPOSAL_KINDS.length * LISTED_STATUSES.length;

/** What the map knows of a proposal that it shows: public kind, public status and public (snapped) position. */
export interface GridPoint {
  readonly municipalityId: string;
  readonly kind: ProposalKind;
  readonly status: ListedStatus;
  /** Exactly `public_proposals.lng`. */
  readonly lng: number;
  /** Exactly `public_proposals.lat`. */
  readonly lat: number;
}

/** A cell: column and row, counted from the south-west corner of the world. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

/** Whole cells of one level: columns `fromX` up to but not including `toX`, rows likewise. */
export interface CellRange {
  readonly level: number;
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
}

/** Degrees between the west edges of neighbouring columns. Exact in floating point, as every edge is. */
const columnWidth = (level: number): number => 360 / 2 ** level;
/** Degrees between the south edges of neighbouring rows. */
const rowHeight = (level: number): number => 180 / 2 ** level;

/** The cell on an axis that holds a value: edge(i) ≤ value < edge(i + 1), decided by the edges themselves because `value - start` rounds. */
function cellOn(value: number, start: number, size: number): number {
  const guess = Math.floor((value - start) / size);
  if (value < start + guess * size) return guess - 1;
  if (value >= start + (guess + 1) * size) return guess + 1;
  return guess;
}

/** The first cell that begins at or after a value. */
function cellFrom(value: number, start: number, size: number): number {
  const cell = cellOn(value, start, size);
  return value === start + cell * size ? cell : cell + 1;
}

/** The cell of a level that holds a position: half-open, west and south edges belong to it. */
export function cellOf(lng: number, lat: number, level: number): Cell {
  return { x: cellOn(lng, -180, columnWidth(level)), y: cellOn(lat, -90, rowHeight(level)) };
}

/** The box of whole cells, in degrees; its edges are exact. */
export function boxOf({ level, fromX, toX, fromY, toY }: CellRange): Box {
  const width = columnWidth(level);
  const height = rowHeight(level);
  return [-180 + fromX * width, -90 + fromY * height, -180 + toX * width, -90 + toY * height];
}

/** The whole cells of a level that cover a box. */
export function cellsCovering([west, south, east, north]: Box, level: number): CellRange {
  return {
    level,
    fromX: cellOn(west, -180, columnWidth(level)),
    toX: cellFrom(east, -180, columnWidth(level)),
    fromY: cellOn(south, -90, rowHeight(level)),
    toY: cellFrom(north, -90, rowHeight(level)),
  };
}

const fits = ({ fromX, toX, fromY, toY }: CellRange): boolean =>
  (toX - fromX) * (toY - fromY) <= LIMITS.mapFeatures && toY - fromY <= MOST_ROWS;

/** The cells that answer a box at a zoom level: as fine as the zoom asks for, and never more than the map may hold. */
export function cellsFor(box: Box, zoom: number): CellRange {
  let level = Math.min(Math.max(Math.round(zoom) + LEVELS_BELOW_ZOOM, COARSEST_LEVEL), FINEST_LEVEL);
  while (level > COARSEST_LEVEL && !fits(cellsCovering(box, level))) level -= 1;
  return cellsCovering(box, level);
}

/** Up to how many proposals are shown one by one instead of as clusters: what a phone draws and a person tells apart. */
export const MOST_PINS = 500;

/** How many proposals may be read to show so many of them: what a filter leaves out is read in vain. Up to `MOST_PINS` it does not matter. */
export const READ_PER_PIN = 4;

/** The place of a kind and status in a cell's counts, from 1 as SQL counts. */
export function slotOf(kind: ProposalKind, status: ListedStatus): number {
  return PROPOSAL_KINDS.indexOf(kind) * LISTED_STATUSES.length + LISTED_STATUSES.indexOf(status) + 1;
}

/** The slots that a filter asks for, by kind; an absent filter asks for all. */
export function slotsByKind(
  kinds: readonly ProposalKind[] | undefined,
  statuses: readonly ListedStatus[] | undefined,
): [number[], number[], number[]] {
  const slots = (kind: ProposalKind): number[] =>
    kinds && !kinds.includes(kind)
      ? []
      : LISTED_STATUSES.filter((status) => !statuses || statuses.includes(status)).map((status) =>
          slotOf(kind, status),
        );
  return [slots('speed-check'), slots('dark-place'), slots('idea')];
}

/** Degrees as whole millionths, so that sums are exact and a removal undoes an addition. */
export function microdegrees(degrees: number): number {
  return Math.floor(degrees * 1e6 + 0.5);
}
