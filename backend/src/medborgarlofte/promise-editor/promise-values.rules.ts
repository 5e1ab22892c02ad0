import type { DraftCommitment, PromiseContent, TextInBoth } from '@lofteskartan/shared/promise-content';
import type { Language } from '@lofteskartan/shared/vocabulary';

type Words = Readonly<Record<Language, string>>;

/** A promise as its table holds it. */
export interface PromiseValues {
  readonly title: Words;
  readonly intro: Readonly<Record<keyof Words, string[]>>;
  readonly from: string;
  readonly to: string | null;
  readonly focusAreas: { readonly slug: string; readonly name: Words; readonly heading: Words }[];
  readonly goals: { readonly text: Words; readonly direction: 'increase' | 'decrease' | null }[];
  readonly channels: { readonly name: Words; readonly url: string | null }[];
}

/** A commitment as its table holds it, by column. */
export interface CommitmentValues {
  readonly id: string;
  readonly slug: string;
  readonly [column: string]: unknown;
}

/** A text as everyone reads it: where English is missing the Swedish words stand in their place. */
export function readable({ sv, en }: TextInBoth): Words {
  return { sv: sv.trim(), en: en.trim() || sv.trim() };
}

/** The columns of a promise. */
export function promiseValues(content: PromiseContent): PromiseValues {
  const intro = readable(content.intro);
  return {
    title: readable(content.title),
    intro: { sv: paragraphs(intro.sv), en: paragraphs(intro.en) },
    from: content.from,
    to: content.to,
    focusAreas: content.focusAreas.map(({ slug, name, heading }) => ({
      slug,
      name: readable(name),
      heading: readable({
        sv: heading.sv.trim() || name.sv,
        en: heading.en.trim() || headingBase(name, heading),
      }),
    })),
    goals: content.goals.map(({ text, direction }) => ({ text: readable(text), direction })),
    channels: content.channels.map(({ name, url }) => ({ name: readable(name), url: url || null })),
  };
}

/** The columns of a commitment. What belongs to another type than its own is left out. */
export function commitmentValues(
  commitment: DraftCommitment,
  number: number,
): Omit<CommitmentValues, 'slug'> {
  const { id, type, closing } = commitment;
  const recurs = type === 'recurring';
  return {
    id,
    number,
    focus_area: commitment.focusArea,
    title: json(readable(commitment.title)),
    body: json(readable(commitment.text)),
    counted_how: json(readable(commitment.countedHow)),
    type,
    target: type === 'count' ? commitment.target : null,
    per_year: recurs ? commitment.perYear : null,
    per_year_for: recurs ? commitment.perYearFor : [],
    unit: recurs ? json(readable(commitment.unit)) : null,
    stale_after_days: commitment.staleAfterDays ?? 150,
    accepts_kinds: commitment.acceptsKinds,
    requires_wish: commitment.requiresWish,
    public_position: commitment.publicPosition,
    closed_from: closing?.from ?? null,
    closing_words: closing ? json(readable(closing.words)) : null,
  };
}

/** The paragraphs of a text, which empty lines divide. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** An English heading that is missing: the English name, unless there is a Swedish heading to stand in its place. */
function headingBase(name: TextInBoth, heading: TextInBoth): string {
  return heading.sv.trim() === '' ? name.en : '';
}

const json = (value: object): string => JSON.stringify(value);
