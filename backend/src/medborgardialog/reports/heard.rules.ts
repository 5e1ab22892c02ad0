import type {
  HeardBand,
  HeardLocality,
  PublicDialogueBand,
  WhoWasHeard,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { PopulationBands, PopulationYear } from '@lofteskartan/shared/contracts/population';
import {
  DIALOGUE_BANDS,
  type DialogueBand,
  OUTCOME_LIMITS,
} from '@lofteskartan/shared/medborgardialog-outcomes';
import { addMonths, type IsoDate } from '../../platform/dates.js';

/** A locality, with the dialogues that were held for it. */
export interface HeardPlace {
  readonly name: string;
  readonly population: number | null;
  /** Days of dialogues that were held for it, in any order. */
  readonly heldOn: readonly IsoDate[];
}

/** Who came to a dialogue, as it may be told. */
export interface HeardDialogue {
  readonly heldOn: IsoDate;
  /** Null where nothing of it may be told. */
  readonly came: {
    readonly people: number | null;
    readonly attendance: readonly { readonly locality: string | null; readonly people: number | null }[];
    readonly bands: readonly PublicDialogueBand[];
  } | null;
}

/** The sum of what is told; null where nothing is. */
function sumTold(counts: readonly (number | null)[]): number | null {
  const told = counts.filter((count) => count !== null);
  return told.length === 0 ? null : told.reduce((sum, each) => sum + each, 0);
}

const fewest = OUTCOME_LIMITS.peopleBehindAFigure;
/** Four decimals: a share of a municipality in hundredths of a percent. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;
const shareOf = (count: number | null, of: number | null): number | null =>
  count === null || !of ? null : rounded(count / of);

/** The population that a year is laid beside: the latest that is not after it, else the first that there is. */
export function populationFor(year: number, years: readonly PopulationYear[]): PopulationYear | null {
  const known = [...years].sort((a, b) => b.year - a.year);
  return known.find((each) => each.year <= year) ?? known.at(-1) ?? null;
}

/**
 * A group beside the population. Every dialogue tells a group whole or not at all, so that a part of it without a figure is nobody once one
 * has told it. Shares are of what is told, and tell nothing more.
 */
function heardGroup(
  group: readonly DialogueBand[],
  told: ReadonlyMap<DialogueBand, number>,
  population: PopulationBands | null,
): HeardBand[] {
  const isTold = group.some((band) => told.has(band));
  const livingIn = (band: DialogueBand): number | null => {
    const count = band === 'other-sex' ? null : (population?.[band] ?? null);
    return count !== null && count > 0 && count < fewest ? null : count;
  };
  const heard = group.map((band) => ({ band, people: isTold ? (told.get(band) ?? 0) : null }));
  const all = sumTold(heard.map(({ people }) => people));
  const lived = group.map(livingIn);
  const isHidden = group.some((band, index) => lived[index] === null && band !== 'other-sex');
  const living = isHidden ? null : sumTold(lived);
  return heard
    .map(({ band, people }) => ({
      band,
      people,
      share: all !== null && all >= fewest ? shareOf(people, all) : null,
      population: livingIn(band),
      populationShare: shareOf(livingIn(band), living),
    }))
    .filter(({ people, population: count }) => (people ?? 0) > 0 || count !== null);
}

const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/** The year that is asked about: this one where none is named. */
export const askedYear = (year: string | undefined, today: IsoDate): number =>
  Number(year ?? today.slice(0, 4));

/**
 * Who was heard in a year. Figures are sums of what each dialogue tells by itself, and of nothing else: so nothing can be found by laying
 * the year beside its reports.
 */
export function heardIn(
  year: number,
  {
    dialogues,
    places,
    populations,
  }: {
    readonly dialogues: readonly HeardDialogue[];
    readonly places: readonly HeardPlace[];
    readonly populations: readonly PopulationYear[];
  },
  today: IsoDate,
): WhoWasHeard {
  const held = dialogues.filter(({ heldOn }) => yearOf(heldOn) === year);
  const told = held.flatMap(({ came }) => came ?? []);
  const localities = places.map(({ name, population, heldOn }): HeardLocality => {
    const lastOn = [...heldOn].sort().at(-1) ?? null;
    return {
      name,
      population,
      people: sumTold(
        told.flatMap(({ attendance }) =>
          attendance.filter(({ locality }) => locality === name).map(({ people }) => people),
        ),
      ),
      dialogues: heldOn.filter((day) => yearOf(day) === year).length,
      lastOn,
      isLongAgo: lastOn === null || addMonths(lastOn, 12) < today,
    };
  });
  const bandsTold = new Map<DialogueBand, number>();
  for (const { band, people } of told.flatMap(({ bands }) => bands))
    bandsTold.set(band, (bandsTold.get(band) ?? 0) + people);
  const population = populationFor(year, populations);
  return {
    year,
    years: [...new Set(dialogues.map(({ heldOn }) => yearOf(heldOn)))].sort((a, b) => b - a),
    dialogues: held.length,
    told: told.length,
    people: sumTold(told.map(({ people }) => people)),
    population: sumTold(places.map(({ population }) => population)),
    localities,
    bands: Object.values(DIALOGUE_BANDS).flatMap((group) =>
      heardGroup(group, bandsTold, population?.bands ?? null),
    ),
    populationOf: population && { year: population.year, source: population.source },
  };
}
