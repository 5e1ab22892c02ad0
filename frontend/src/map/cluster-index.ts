import type { Box, Position } from '@lofteskartan/shared/position';
import Supercluster, { type PointFeature } from 'supercluster';
import type { GlyphFill, GlyphShape } from '../ui/glyphs/glyph-shapes.js';

/** One thing on the map. The order of an array of pins is the order of the list beside the map. */
export interface Pin {
  key: string;
  position: Position;
  shape: GlyphShape;
  fill: GlyphFill;
  tone: 'done' | 'no' | 'wait' | 'plain';
  /** Its name for the ear and for the pointer that rests on it. */
  label: string;
}

/** How many of each shape. */
export type Counts = Record<GlyphShape, number>;

/** Many things that a server counted together. */
export interface CountedPins {
  position: Position;
  counts: Counts;
  /** The box that holds them. */
  box: Box;
}

/** What is to be drawn at one zoom level. */
export type Mark =
  | { type: 'pin'; key: string; pin: Pin; position: Position; order: number }
  | {
      type: 'cluster';
      key: string;
      position: Position;
      counts: Counts;
      count: number;
      box: Box;
      order: number;
    };

interface Gathered extends Counts {
  west: number;
  south: number;
  east: number;
  north: number;
  order: number;
}

type Leaf = Gathered & { pin: Pin | null };

/** From this zoom on nothing is gathered: a 25 m grid is then as wide as a fingertip. */
export const APART_FROM_ZOOM = 17;
/** Less than a fingertip between two middles, and they are gathered. Pixels. */
const GATHER_WITHIN = 46;

function gather(into: Gathered, more: Gathered): void {
  into.disc += more.disc;
  into.lantern += more.lantern;
  into.bubble += more.bubble;
  into.west = Math.min(into.west, more.west);
  into.south = Math.min(into.south, more.south);
  into.east = Math.max(into.east, more.east);
  into.north = Math.max(into.north, more.north);
  into.order = Math.min(into.order, more.order);
}

const point = (position: Position, properties: Leaf): PointFeature<Leaf> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...position] },
  properties,
});

const none: Counts = { disc: 0, lantern: 0, bubble: 0 };
const total = ({ disc, lantern, bubble }: Counts) => disc + lantern + bubble;

function markOf(
  position: Position,
  { pin, disc, lantern, bubble, west, south, east, north, order }: Gathered & { pin?: Pin | null },
): Mark {
  if (pin) return { type: 'pin', key: pin.key, pin, position, order };
  const counts = { disc, lantern, bubble };
  const count = total(counts);
  return {
    type: 'cluster',
    key: `${position.map((degrees) => degrees.toFixed(5)).join()}:${count}`,
    position,
    counts,
    count,
    box: [west, south, east, north],
    order,
  };
}

/** Pins and counted pins, ready to be asked what to draw in a box at a zoom level. */
export class ClusterIndex {
  readonly #index = new Supercluster<Leaf, Gathered>({
    radius: GATHER_WITHIN,
    // Leaflet's tiles are 256 px; the radius is measured in them.
    extent: 256,
    maxZoom: APART_FROM_ZOOM - 1,
    map: ({ disc, lantern, bubble, west, south, east, north, order }) => ({
      disc,
      lantern,
      bubble,
      west,
      south,
      east,
      north,
      order,
    }),
    reduce: gather,
  });

  constructor(pins: readonly Pin[], counted: readonly CountedPins[]) {
    this.#index.load([
      ...pins.map((pin, order) => {
        const [lng, lat] = pin.position;
        const leaf = { ...none, [pin.shape]: 1, pin, west: lng, south: lat, east: lng, north: lat, order };
        return point(pin.position, leaf);
      }),
      ...counted.map(({ position, counts, box }, order) => {
        const [west, south, east, north] = box;
        const leaf = { ...counts, pin: null, west, south, east, north, order: pins.length + order };
        return point(position, leaf);
      }),
    ]);
  }

  /** What to draw, in list order. */
  marks(box: Box, zoom: number): Mark[] {
    return this.#index
      .getClusters(box, Math.floor(zoom))
      .map(({ geometry, properties }) => markOf(geometry.coordinates as Position, properties))
      .sort((a, b) => a.order - b.order);
  }
}
