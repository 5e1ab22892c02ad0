import type { ImportColumn } from '@lofteskartan/shared/contracts/activity-import';
import type { ActivityResult, LogActivity } from '@lofteskartan/shared/contracts/activities';
import type { CheckMethod } from '@lofteskartan/shared/speed-checks';
import type { Fault } from '../activity.rules.js';
import { readDate } from '../../platform/csv/read-date.js';
import { alike, readDegrees, readReferences, readWhole, type Read } from './import-cells.rules.js';

/** What lines may name: the municipality's commitments and localities. */
export interface Known<Commitment extends KnownCommitment = KnownCommitment> {
  readonly commitments: readonly Commitment[];
  readonly localities: readonly { readonly slug: string; readonly name: string }[];
}

/** A commitment that a line may name by number, title or address. */
export interface KnownCommitment {
  readonly id: string;
  readonly number: number;
  readonly slug: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly owners: readonly { readonly slug: string; readonly name: string }[];
  readonly milestones: readonly {
    readonly id: string;
    readonly name: { readonly sv: string; readonly en: string };
  }[];
}

/** What holds for lines that do not say otherwise. */
export interface Defaults {
  readonly onBehalfOf?: string;
  readonly sourceNote?: string;
}

/** A fault of a column. */
export interface CellFault {
  readonly column: ImportColumn;
  readonly fault: Omit<Fault, 'field'>;
}

const counts = {
  minuter: 'durationMinutes',
  mätta: 'measured',
  rapporterade: 'reported',
  körkort: 'licencesSeized',
  toppfart: 'topSpeed',
  deltagare: 'participants',
} as const satisfies Partial<Record<ImportColumn, keyof ActivityResult>>;

/** What people call the ways in which a check is made. */
const methods: Readonly<Record<string, CheckMethod>> = {
  laser: 'fixed-laser',
  'fast laser': 'fixed-laser',
  rörlig: 'moving',
  atk: 'atk',
  '20 minuter': 'twenty-minutes',
  '20-minutersmetoden': 'twenty-minutes',
};

/** The column in which a field of an activity stands. */
export function columnOf(field: string): ImportColumn | null {
  const result = Object.entries(counts).find(([, name]) => field === `result.${name}`)?.[0];
  if (result) return result as ImportColumn;
  if (field === 'result.method') return 'metod';
  if (field === 'occurredOn') return 'datum';
  if (field === 'commitmentId') return 'åtagande';
  if (field === 'publicText') return 'text';
  if (field === 'onBehalfOf') return 'organisation';
  if (field === 'sourceNote') return 'källa';
  if (field.startsWith('position')) return 'latitud';
  if (field === 'locality') return 'ort';
  if (field.startsWith('proposalReferences')) return 'förslag';
  return field === 'result.milestoneId' || field === 'result.subject' ? 'gäller' : null;
}

/** The commitment that a cell names: by its number in the promise of the day, by its title or by its address. */
export function commitmentNamed(
  text: string,
  day: string | null,
  commitments: readonly KnownCommitment[],
): KnownCommitment | null {
  const wanted = alike(text);
  const named = commitments.filter(
    ({ number, slug, title }) =>
      String(number) === wanted ||
      slug === wanted ||
      alike(title.sv) === wanted ||
      alike(title.en) === wanted,
  );
  const holding = named.find(
    ({ startsOn, endsOn }) => day !== null && startsOn <= day && (endsOn === null || day <= endsOn),
  );
  return holding ?? named[0] ?? null;
}

/** The activity that a line tells of, or what cannot be read in it. */
export function activityOf(
  cells: Readonly<Record<ImportColumn, string>>,
  known: Known,
  defaults: Defaults,
): { readonly activity: LogActivity } | { readonly faults: CellFault[] } {
  const faults: CellFault[] = [];
  const say = (column: ImportColumn, code: Fault['code'], params?: Fault['params']): void => {
    faults.push({ column, fault: params ? { code, params } : { code } });
  };
  const take = <T>(column: ImportColumn, read: Read<T>): T | null => {
    if ('value' in read) return read.value;
    say(column, read.fault);
    return null;
  };
  const occurredOn = readDate(cells.datum);
  if (occurredOn === null) say('datum', 'notADate');
  const commitment = commitmentNamed(cells['åtagande'], occurredOn, known.commitments);
  if (!commitment) say('åtagande', cells['åtagande'] === '' ? 'required' : 'notFound');
  if (cells.text === '') say('text', 'required');
  if (cells.text.length > 2000) say('text', 'tooLong', { max: '2000' });
  const [lat, lng] = [
    take('latitud', readDegrees(cells.latitud, 90)),
    take('longitud', readDegrees(cells.longitud, 180)),
  ];
  if ((cells.latitud === '') !== (cells.longitud === ''))
    say(cells.latitud === '' ? 'latitud' : 'longitud', 'required');
  const locality = known.localities.find(({ slug, name }) => [slug, alike(name)].includes(alike(cells.ort)));
  if (cells.ort !== '' && !locality) say('ort', 'notFound');
  const owner = commitment?.owners.find(({ slug, name }) =>
    [slug, alike(name)].includes(alike(cells.organisation)),
  );
  if (commitment && cells.organisation !== '' && !owner) {
    say('organisation', 'notOneOf', { allowed: commitment.owners.map(({ name }) => name) });
  }
  if (cells['källa'].length > 500) say('källa', 'tooLong', { max: '500' });
  const result: ActivityResult = {};
  for (const [column, name] of Object.entries(counts) as [
    keyof typeof counts,
    (typeof counts)[keyof typeof counts],
  ][]) {
    const value = take(column, readWhole(cells[column]));
    if (value !== null) result[name] = value;
  }
  const method = methods[alike(cells.metod)];
  if (method) result.method = method;
  else if (cells.metod !== '')
    say('metod', 'notOneOf', { allowed: ['laser', 'rörlig', 'atk', '20 minuter'] });
  const step = commitment?.milestones.find(({ name }) => alike(name.sv) === alike(cells['gäller']));
  if (step) result.milestoneId = step.id;
  else if (cells['gäller'] !== '') result.subject = cells['gäller'].slice(0, 120);
  if (faults.length > 0 || !commitment || occurredOn === null) return { faults };
  const references = readReferences(cells['förslag']);
  const onBehalfOf = owner?.slug ?? defaultOwner(commitment, defaults.onBehalfOf);
  const sourceNote = cells['källa'] || defaults.sourceNote;
  return {
    activity: {
      commitmentId: commitment.id,
      occurredOn,
      publicText: cells.text,
      result,
      ...(lat !== null && lng !== null ? { position: [lng, lat] } : {}),
      ...(locality ? { locality: locality.slug } : {}),
      ...(references.length > 0 ? { proposalReferences: references } : {}),
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(sourceNote === undefined ? {} : { sourceNote }),
    },
  };
}

/** The organisation that was chosen for the whole file, where it owns the commitment. */
function defaultOwner({ owners }: KnownCommitment, chosen: string | undefined): string | undefined {
  return owners.some(({ slug }) => slug === chosen) ? chosen : undefined;
}
