import type { DraftCommitment, PromiseContent, TextInBoth } from '@lofteskartan/shared/promise-content';
import type {
  ChangedField,
  ChangedPart,
  PromiseChange,
} from '@lofteskartan/shared/contracts/promise-versions';

/** A difference before its words are compared. */
export type FieldChange = Omit<PromiseChange, 'words'>;

/** What the comparison cannot know: names of organisations. */
export type NameOf = (organisation: string) => string;

type Value = string | number | boolean | null | readonly string[];

interface Part {
  readonly part: ChangedPart;
  readonly name: string;
}

interface Pair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** All that differs between two versions of a promise, in the order in which it stands there. */
export function changesBetween(before: PromiseContent, after: PromiseContent, nameOf: NameOf): FieldChange[] {
  const promise: Part = { part: 'promise', name: '' };
  return [
    ...text(promise, 'title', before.title, after.title),
    ...text(promise, 'intro', before.intro, after.intro),
    ...value(promise, 'from', before.from, after.from),
    ...value(promise, 'to', before.to, after.to),
    ...pairs(before.focusAreas, after.focusAreas, ({ slug }) => slug).flatMap((pair) =>
      parts(
        'focus-area',
        pair,
        ({ name }) => name,
        (part, one, other) => [
          ...text(part, 'name', one.name, other.name),
          ...text(part, 'heading', one.heading, other.heading),
        ],
      ),
    ),
    ...pairs(before.commitments, after.commitments, ({ id }) => id).flatMap((pair) =>
      commitmentChanges(pair, before, after, nameOf),
    ),
    ...order(before, after),
    ...pairs(before.goals, after.goals, (_, index) => String(index)).flatMap((pair) =>
      parts(
        'goal',
        pair,
        ({ text: words }) => words,
        (part, one, other) => [
          ...text(part, 'text', one.text, other.text),
          ...value(part, 'direction', one.direction, other.direction),
        ],
      ),
    ),
    ...pairs(before.channels, after.channels, (_, index) => String(index)).flatMap((pair) =>
      parts(
        'channel',
        pair,
        ({ name }) => name,
        (part, one, other) => [
          ...text(part, 'name', one.name, other.name),
          ...value(part, 'url', one.url, other.url),
        ],
      ),
    ),
  ];
}

function commitmentChanges(
  pair: Pair<DraftCommitment>,
  before: PromiseContent,
  after: PromiseContent,
  nameOf: NameOf,
): FieldChange[] {
  const names = (slugs: readonly string[]): readonly string[] => slugs.map(nameOf);
  const area = ({ focusAreas }: PromiseContent, { focusArea }: DraftCommitment): string =>
    focusAreas.find(({ slug }) => slug === focusArea)?.name.sv ?? '';
  const own = parts(
    'commitment',
    pair,
    ({ title }) => title,
    (part, one, other) => [
      ...text(part, 'title', one.title, other.title),
      ...text(part, 'text', one.text, other.text),
      ...text(part, 'countedHow', one.countedHow, other.countedHow),
      ...value(part, 'focusArea', area(before, one), area(after, other)),
      ...value(part, 'type', one.type, other.type),
      ...value(part, 'target', one.target, other.target),
      ...value(part, 'perYear', one.perYear, other.perYear),
      ...value(part, 'perYearFor', one.perYearFor, other.perYearFor),
      ...text(part, 'unit', one.unit, other.unit),
      ...value(part, 'staleAfterDays', one.staleAfterDays, other.staleAfterDays),
      ...value(part, 'owners', names(one.owners), names(other.owners)),
      ...value(part, 'partners', names(one.partners), names(other.partners)),
      ...value(part, 'acceptsKinds', one.acceptsKinds, other.acceptsKinds),
      ...value(part, 'requiresWish', one.requiresWish, other.requiresWish),
      ...value(part, 'publicPosition', one.publicPosition, other.publicPosition),
      ...value(part, 'closing', one.closing?.from ?? null, other.closing?.from ?? null),
      ...text(part, 'closing', one.closing?.words, other.closing?.words),
    ],
  );
  const { before: one, after: other } = pair;
  if (!one || !other) return own;
  const steps = pairs(one.milestones, other.milestones, ({ id }) => id).flatMap((step) =>
    parts(
      'milestone',
      step,
      ({ name }) => name,
      (part, was, is) => [
        ...text(part, 'name', was.name, is.name),
        ...value(part, 'dueOn', was.dueOn, is.dueOn),
      ],
    ),
  );
  return [...own, ...steps];
}

/** Whether commitments that stand in both have changed places. */
function order(before: PromiseContent, after: PromiseContent): FieldChange[] {
  const titles = (content: PromiseContent, other: PromiseContent): string[] =>
    content.commitments
      .filter(({ id }) => other.commitments.some((each) => each.id === id))
      .map(({ id }) => after.commitments.find((each) => each.id === id)?.title.sv ?? '');
  return value({ part: 'promise', name: '' }, 'order', titles(before, after), titles(after, before));
}

/** A part that came or went as a whole, or its fields one by one. */
function parts<T>(
  part: ChangedPart,
  { before, after }: Pair<T>,
  titleOf: (one: T) => TextInBoth,
  fields: (part: Part, before: T, after: T) => FieldChange[],
): FieldChange[] {
  if (before && after) return fields({ part, name: titleOf(after).sv }, before, after);
  const present = before ?? after;
  if (!present) return [];
  const name = titleOf(present).sv;
  const kind = after ? 'added' : 'removed';
  const words = { before: before ? name : '', after: after ? name : '' };
  return [{ part, name, field: 'whole', language: null, kind, ...words }];
}

function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T, index: number) => string,
): Pair<T>[] {
  const earlier = new Map(before.map((one, index) => [keyOf(one, index), one]));
  const later = new Map(after.map((one, index) => [keyOf(one, index), one]));
  const gone = [...earlier.keys()].filter((key) => !later.has(key));
  return [...later.keys(), ...gone].map((key) => ({ before: earlier.get(key), after: later.get(key) }));
}

function text(
  part: Part,
  field: ChangedField,
  before: TextInBoth | undefined,
  after: TextInBoth | undefined,
): FieldChange[] {
  return (['sv', 'en'] as const).flatMap((language) =>
    differing(part, field, language, before?.[language] ?? '', after?.[language] ?? ''),
  );
}

function value(part: Part, field: ChangedField, before: Value, after: Value): FieldChange[] {
  return differing(part, field, null, said(before), said(after));
}

/** A value as text: a list with commas, nothing as nothing; dates, kinds and yes or no as they are stored. */
function said(one: Value): string {
  if (one === null) return '';
  return Array.isArray(one) ? one.join(', ') : String(one);
}

function differing(
  { part, name }: Part,
  field: ChangedField,
  language: FieldChange['language'],
  before: string,
  after: string,
): FieldChange[] {
  if (before.trim() === after.trim()) return [];
  const kind = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
  return [{ part, name, field, language, kind, before, after }];
}
