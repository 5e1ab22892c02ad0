import { addDays, type IsoDate } from '../platform/dates.js';

/** The traffic that a measurement of the example data met. */
export interface DemoTraffic {
  readonly days: number;
  readonly perDay: number;
  /** km/h, and how far single passages lie from it. */
  readonly mean: number;
  readonly spread: number;
}

/** How the passages of a day are spread over its hours: few at night, most on the way to and from work. */
const hourWeights = [1, 1, 1, 1, 2, 6, 14, 24, 20, 12, 11, 12, 13, 13, 15, 22, 25, 20, 13, 9, 7, 5, 3, 2];

/** Numbers from 0 to 1 that look drawn by lot, always the same from a beginning. */
function lots(beginning: number): () => number {
  let state = beginning;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A file as a radar box would have written it from a day on, one passage a line. */
export function demoPassages(from: IsoDate, { days, perDay, mean, spread }: DemoTraffic): string {
  const lot = lots(perDay + days);
  const all = hourWeights.reduce((sum, each) => sum + each, 0);
  const lines = Array.from({ length: days }, (_, day) =>
    hourWeights.flatMap((weight, hour) =>
      Array.from({ length: Math.round((perDay * weight) / all) }, () => {
        const [minute, second] = [lot(), lot()].map((share) => two(Math.floor(share * 60)));
        // Six draws together lie as the speeds of a road do: most near the middle.
        const draws = Array.from({ length: 6 }, lot).reduce((sum, each) => sum + each, -3);
        const speed = Math.max(12, Math.round(mean + draws * spread * Math.SQRT2));
        return `${addDays(from, day)};${two(hour)}:${minute ?? '00'}:${second ?? '00'};${String(speed)}`;
      }),
    ),
  );
  return ['Datum;Tid;Hastighet (km/h)', ...lines.flat()].join('\n');
}

const two = (number: number): string => String(number).padStart(2, '0');
