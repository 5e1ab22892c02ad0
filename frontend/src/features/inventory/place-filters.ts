import {
  PLACE_GROUPS,
  PLACE_SORTS,
  PLACE_STATES,
  SEASONS,
  type PlaceGroup,
  type PlaceSort,
  type PlaceState,
  type Season,
} from '@lofteskartan/shared/inventory';
import {
  DARK_PLACE_CAUSES,
  DARK_PLACE_TIMES,
  type DarkPlaceCause,
  type DarkPlaceTime,
} from '@lofteskartan/shared/vocabulary';

/** What the list and the map show: exactly what stands in the address. '' is everything. */
export interface PlaceFilters {
  state: PlaceState | '';
  group: PlaceGroup | '';
  cause: DarkPlaceCause | '';
  when: DarkPlaceTime | '';
  season: Season | '';
  locality: string;
  /** The id of a body of the register. */
  body: string;
  q: string;
  sort: PlaceSort;
}

const one = <T extends string>(all: readonly T[], asked: string | null): T | '' =>
  all.find((each) => each === asked) ?? '';

const idOf = (asked: string | null): string =>
  asked && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(asked) ? asked : '';

/** Reads the filters of an address; what is not known is left out. */
export function readPlaceFilters(parameters: URLSearchParams): PlaceFilters {
  return {
    state: one(PLACE_STATES, parameters.get('state')),
    group: one(PLACE_GROUPS, parameters.get('group')),
    cause: one(DARK_PLACE_CAUSES, parameters.get('cause')),
    when: one(DARK_PLACE_TIMES, parameters.get('when')),
    season: one(SEASONS, parameters.get('season')),
    locality: parameters.get('locality') ?? '',
    body: idOf(parameters.get('body')),
    q: parameters.get('q') ?? '',
    sort: one(PLACE_SORTS, parameters.get('sort')) || 'name',
  };
}

/** The query of filters: nothing for what is not chosen. */
export function filterQuery({ sort, ...filters }: PlaceFilters): Record<string, string> {
  const chosen = Object.entries(filters).filter(([, value]) => value !== '');
  return Object.fromEntries(sort === 'name' ? chosen : [...chosen, ['sort', sort]]);
}

/** Whether anything narrows the list; the order does not. */
export const isNarrowed = ({ sort: _sort, ...filters }: PlaceFilters): boolean =>
  Object.values(filters).some((value) => value !== '');
