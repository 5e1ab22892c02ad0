import type { PlaceItem } from '@lofteskartan/shared/contracts/inventory';
import { DAY_PARTS, type DayPart } from '@lofteskartan/shared/situation';
import { partsOfDarkness } from '@lofteskartan/shared/told-times';

/** What shines on the map: nothing, how many have answered, how unsafe it feels, or at what time of day it is said to be dark. */
export const GLOWS = ['none', 'people', 'unsafe', 'time'] as const;
export type GlowKind = (typeof GLOWS)[number];

/** What is chosen to shine, and of which part of the day: exactly what stands in the address. */
export interface Glow {
  readonly kind: GlowKind;
  readonly part: DayPart;
}

/** A place as far as its light asks. */
type Lightable = Pick<PlaceItem, 'reference' | 'name' | 'position' | 'people' | 'ratings' | 'times' | 'when'>;

/** A place that shines, and what of: how many people, how safe it feels, or what we alone have noted. */
export interface Shining {
  readonly key: string;
  readonly name: string;
  readonly position: PlaceItem['position'];
  /** From 0 to 1. */
  readonly weight: number;
  readonly figure: { readonly people: number } | { readonly mean: number } | 'noted';
}

/** As little as can be seen. */
const FAINT = 0.001;

/** Reads what shines from an address; in the evening, where no part of the day is named. */
export const readGlow = (parameters: URLSearchParams): Glow => ({
  kind: GLOWS.find((kind) => kind === parameters.get('heat')) ?? 'none',
  part: DAY_PARTS.find((part) => part === parameters.get('part')) ?? 'evening',
});

/** The query of what shines. */
export function glowQuery({ kind, part }: Glow): Record<string, string> {
  if (kind === 'none') return {};
  return kind === 'time' ? { heat: kind, part } : { heat: kind };
}

/** Whether staff have noted that a place is dark in a part of the day. */
export const isNoted = ({ when }: Pick<Lightable, 'when'>, part: DayPart): boolean =>
  partsOfDarkness(when).includes(part);

/**
 * The lights of places, the strongest first: by people beside the place that has most, by safety from 5 (none) to 1 (all), by the time of
 * day beside the place and the part of which most say so, so that a part in which few do is pale.
 */
export function glowsOf(places: readonly Lightable[], { kind, part }: Glow): Shining[] {
  const most = Math.max(
    1,
    ...places.map(({ people, times }) =>
      kind === 'time' ? Math.max(...DAY_PARTS.map((each) => times[each])) : people,
    ),
  );
  const lightOf = (place: Lightable): Pick<Shining, 'weight' | 'figure'> | null => {
    if (kind === 'unsafe') {
      const rating = place.ratings.after ?? place.ratings.before;
      return rating && { weight: (5 - rating.mean) / 4, figure: { mean: rating.mean } };
    }
    const people = kind === 'people' ? place.people : kind === 'time' ? place.times[part] : 0;
    if (people > 0) return { weight: people / most, figure: { people } };
    return kind === 'time' && isNoted(place, part) ? { weight: FAINT, figure: 'noted' } : null;
  };
  return places
    .flatMap((place) => {
      const light = lightOf(place);
      const { reference: key, name, position } = place;
      return light && light.weight > 0 ? [{ key, name, position, ...light }] : [];
    })
    .sort((a, b) => b.weight - a.weight);
}
