import type {
  DraftCommitment,
  DraftFocusArea,
  DraftMilestone,
  PromiseContent,
  TextInBoth,
} from '@lofteskartan/shared/promise-content';

/** Nothing in either language. */
export const noText = (): TextInBoth => ({ sv: '', en: '' });

/** An id that stays with a commitment through all versions. Random also on a page without https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A focus area of which nothing is written; it gets its name for addresses when it is published. */
export const newArea = (): DraftFocusArea => ({
  slug: `ny-${newId().slice(0, 8)}`,
  name: noText(),
  heading: noText(),
});

/** A commitment of which nothing is written. */
export const newCommitment = ({ focusAreas }: PromiseContent): DraftCommitment => ({
  id: newId(),
  focusArea: focusAreas.length === 1 ? (focusAreas[0]?.slug ?? '') : '',
  title: noText(),
  text: noText(),
  countedHow: noText(),
  type: 'count',
  target: null,
  perYear: null,
  perYearFor: [],
  unit: noText(),
  staleAfterDays: 150,
  owners: [],
  partners: [],
  acceptsKinds: [],
  requiresWish: false,
  publicPosition: true,
  milestones: [],
  closing: null,
});

/** A step of which nothing is written. */
export const newMilestone = (): DraftMilestone => ({ id: newId(), name: noText(), dueOn: null });

/** A list with one item changed. */
export const withChanged = <T>(list: readonly T[], index: number, changed: Partial<T>): T[] =>
  list.map((item, at) => (at === index ? { ...item, ...changed } : item));

/** A list without one item. */
export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

/** A list with one item a place further up (-1) or down (1). */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const to = index + by;
  const item = list[index];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const rest = without(list, index);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** Every text of a promise that the public page shows. */
function textsOf(content: PromiseContent): TextInBoth[] {
  return [
    content.title,
    content.intro,
    ...content.focusAreas.flatMap(({ name, heading }) => [name, heading]),
    ...content.commitments.flatMap(({ title, text, countedHow, unit, milestones, closing }) => [
      title,
      text,
      countedHow,
      unit,
      ...milestones.map(({ name }) => name),
      ...(closing ? [closing.words] : []),
    ]),
    ...content.goals.map(({ text }) => text),
    ...content.channels.map(({ name }) => name),
  ];
}

/** How many texts have Swedish words and no English ones. */
export const missingInEnglish = (content: PromiseContent): number =>
  textsOf(content).filter(({ sv, en }) => sv.trim() !== '' && en.trim() === '').length;

/** A whole number that was typed; null for nothing or anything else. */
export function typedNumber(text: string): number | null {
  const number = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(number) ? number : null;
}
