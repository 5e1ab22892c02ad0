import type {
  HeardLocality,
  PublicDialogueBand,
  WhoWasHeard,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { DIALOGUE_BAND_NAMES } from '@lofteskartan/shared/medborgardialog-outcomes';
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
  }: { readonly dialogues: readonly HeardDialogue[]; readonly places: readonly HeardPlace[] },
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
  const bands = DIALOGUE_BAND_NAMES.flatMap((band) => {
    const people = sumTold(
      told.flatMap((came) => came.bands.filter((each) => each.band === band).map((each) => each.people)),
    );
    return people === null ? [] : [{ band, people }];
  });
  return {
    year,
    years: [...new Set(dialogues.map(({ heldOn }) => yearOf(heldOn)))].sort((a, b) => b - a),
    dialogues: held.length,
    told: told.length,
    people: sumTold(told.map(({ people }) => people)),
    population: sumTold(places.map(({ population }) => population)),
    localities,
    bands,
  };
}
