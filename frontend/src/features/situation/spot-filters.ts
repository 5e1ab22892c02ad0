import { DAY_PARTS, type DayPart } from '@lofteskartan/shared/situation';
import { PROPOSAL_KINDS, type ProposalKind, type Weekday, WEEKDAYS } from '@lofteskartan/shared/vocabulary';

/** What the map shows: exactly what stands in the address. */
export interface SpotFilters {
  readonly kind: ProposalKind | 'all';
  readonly parts: readonly DayPart[];
  readonly weekdays: readonly Weekday[];
}

/** Reads the filters of an address; what is not known is left out. */
export const readSpotFilters = (parameters: URLSearchParams): SpotFilters => ({
  kind: PROPOSAL_KINDS.find((kind) => kind === parameters.get('kind')) ?? 'all',
  parts: DAY_PARTS.filter((part) => parameters.getAll('part').includes(part)),
  weekdays: WEEKDAYS.filter((day) => parameters.getAll('weekday').includes(day)),
});

/** The query of filters, for the address and for the server alike. */
export const spotQuery = ({ kind, parts, weekdays }: SpotFilters): [name: string, value: string][] => [
  ...(kind === 'all' ? [] : [['kind', kind] as [string, string]]),
  ...parts.map((part): [string, string] => ['part', part]),
  ...weekdays.map((day): [string, string] => ['weekday', day]),
];

/** Whether a time is asked for. */
export const asksForTime = ({ parts, weekdays }: SpotFilters): boolean =>
  parts.length > 0 || weekdays.length > 0;
