import type { Population, PopulationYear } from '@lofteskartan/shared/contracts/population';
import { POPULATION_BANDS, type PopulationBand } from '@lofteskartan/shared/population';

/** The population of a year as it is written: figures are texts until they are sent. */
export interface PopulationDraft {
  readonly year: string;
  readonly source: string;
  readonly figures: Readonly<Partial<Record<PopulationBand, string>>>;
}

/** What is kept of a year, to go on from; empty for a new one, with the source of the latest. */
export function draftOf(years: Population['years'], year: string): PopulationDraft {
  const kept = years.find((each) => String(each.year) === year);
  const figures = POPULATION_BANDS.map((band) => [band, String(kept?.bands[band] ?? '')] as const);
  return { year, source: kept?.source ?? '', figures: Object.fromEntries(figures) };
}

/** A figure with or without spaces; null where there is none, undefined where it is no whole number. */
export function figureOf(text: string | undefined): number | null | undefined {
  const digits = (text ?? '').replace(/\s/g, '');
  if (digits === '') return null;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

/** What is sent, or the fields that hold no whole number. */
export function sentOf({ year, source, figures }: PopulationDraft): {
  readonly sent: PopulationYear;
  readonly wrong: readonly (PopulationBand | 'year')[];
} {
  const read = POPULATION_BANDS.map((band) => [band, figureOf(figures[band])] as const);
  const isYear = /^20\d\d$/.test(year.trim());
  return {
    sent: {
      year: Number(year),
      source: source.trim(),
      bands: Object.fromEntries(read.filter(([, count]) => typeof count === 'number')),
    },
    wrong: [
      ...(isYear ? [] : ['year' as const]),
      ...read.filter(([, count]) => count === undefined).map(([band]) => band),
    ],
  };
}
