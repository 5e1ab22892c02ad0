import { randomUUID } from 'node:crypto';
import { STAFF_TOWNS } from './bench-database.js';
import { townCentre, townRadius, townSizes } from './country.js';

/** A call of the API. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Calls of one sort, each to another place. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  /** The share of a bare server's rate that we mean to reach; null where none is set. */
  readonly target: number | null;
  readonly requests: readonly BenchRequest[];
  /** True when each call stores something, so that each needs a key of its own. */
  readonly writes: boolean;
}

const SCREEN = { width: 1280, height: 800 };
const SUBMIT_TOWNS = 60;

/** A stream of numbers between 0 and 1 that is the same at each run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Place {
  readonly town: number;
  readonly lng: number;
  readonly lat: number;
}

/** A place where somebody lives: large towns come up more often, and the middle of a town more than its edge. */
function anyPlace(random: () => number, towns: number): Place {
  const sizes = townSizes(1_000_000).slice(0, towns);
  let left = random() * sizes.reduce((sum, size) => sum + size, 0);
  const town = sizes.findIndex((size) => (left -= size) < 0) + 1 || 1;
  const [lng, lat] = townCentre(town);
  const away = (townRadius(town) * Math.sqrt(-2 * Math.log(1 - random()))) / 1.18;
  const turn = 2 * Math.PI * random();
  return {
    town,
    lng: lng + (away * Math.sin(turn)) / (111_320 * Math.cos((lat * Math.PI) / 180)),
    lat: lat + (away * Math.cos(turn)) / 111_320,
  };
}

/** What a screen shows around a place. */
function viewport({ lng, lat }: Place, zoom: number): string {
  const degreesPerPixel = 360 / 2 ** zoom / 256;
  const east = (SCREEN.width * degreesPerPixel) / 2;
  const north = (SCREEN.height * degreesPerPixel * Math.cos((lat * Math.PI) / 180)) / 2;
  return [lng - east, lat - north, lng + east, lat + north].map((degrees) => degrees.toFixed(5)).join();
}

const details = {
  weekdays: ['mon', 'fri'],
  hourBands: ['07-09'],
  postedLimit: 50,
  problems: ['speeding'],
  near: ['school'],
};

/** Everything that is measured, with the same places in a large database and in a small one. */
export function workloads(session: string): Workload[] {
  const random = dice(1440);
  const many = (count: number, towns: number, make: (place: Place) => BenchRequest): BenchRequest[] =>
    Array.from({ length: count }, () => make(anyPlace(random, towns)));
  const get = (path: string): BenchRequest => ({ method: 'GET', path: `/api/v1${path}` });
  const map = (name: string, title: string, zoom: number): Workload => ({
    name,
    title,
    target: 0.65,
    writes: false,
    requests: many(150, 290, (place) => get(`/proposals/map?bbox=${viewport(place, zoom)}&zoom=${zoom}`)),
  });
  return [
    map('map-high', 'Map, streets (zoom 17)', 17),
    map('map-middle', 'Map, a town (zoom 13)', 13),
    map('map-national', 'Map, the country (zoom 5)', 5),
    {
      name: 'similar',
      title: 'Similar within 250 m',
      target: 0.55,
      writes: false,
      requests: many(150, 290, ({ lng, lat }) =>
        get(`/proposals/similar?position=${lng.toFixed(5)},${lat.toFixed(5)}&kind=speed-check`),
      ),
    },
    {
      name: 'list',
      title: 'List, newest 20 of a municipality',
      target: null,
      writes: false,
      requests: many(100, 290, ({ town }) => get(`/proposals?municipality=town-${town}`)),
    },
    {
      name: 'queue',
      title: 'Staff queue, newest 20 of a municipality',
      target: 0.55,
      writes: false,
      requests: STAFF_TOWNS.map((town) => ({
        ...get(`/triage/proposals?municipality=town-${town}`),
        headers: { Cookie: `session=${session}` },
      })),
    },
    {
      name: 'submit',
      title: 'Submit a proposal',
      target: 0.5,
      writes: true,
      requests: many(60, SUBMIT_TOWNS, ({ town }) => {
        const [lng, lat] = townCentre(town);
        const position = [lng + (random() - 0.5) * 0.02, lat + (random() - 0.5) * 0.01].map((degrees) =>
          Number(degrees.toFixed(5)),
        );
        return {
          method: 'POST',
          path: '/api/v1/proposals',
          body: { kind: 'speed-check', position, details },
        };
      }),
    },
  ];
}

/** The call as it goes over the wire; a call that stores something gets a new key each time. */
export function wireBytes({ method, path, headers, body }: BenchRequest, writes: boolean): Buffer {
  const text = body ? JSON.stringify(body) : '';
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'Host: localhost',
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    ...(writes ? [`Idempotency-Key: ${randomUUID()}`] : []),
    ...(body ? ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`] : []),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}`);
}
