import type { CommitmentUse } from '@lofteskartan/shared/contracts/promise-editor';
import type { DraftCommitment, PromiseContent, TextInBoth } from '@lofteskartan/shared/promise-content';
import { isIsoDate, type IsoDate } from '../../platform/dates.js';
import type { Fault } from '../activity.rules.js';
import type { Period } from '../pace.rules.js';

/** What the rules know besides the draft itself. */
export interface Surroundings {
  /** The published promise that the draft changes; null for a new one. */
  readonly published: PromiseContent | null;
  readonly uses: readonly CommitmentUse[];
  /** Slugs of the municipality's organisations. */
  readonly organisations: readonly string[];
  /** Ids in the draft that belong to another promise. */
  readonly takenIds: readonly string[];
  /** The municipality's other published promises. */
  readonly others: readonly (Period & { readonly title: string })[];
  /** First and last day on which something was logged under the promise; null when nothing was. */
  readonly logged: { readonly first: IsoDate; readonly last: IsoDate } | null;
}

const empty = (text: TextInBoth): boolean => text.sv.trim() === '';

/** A short text is no longer than a heading can be. */
const shortCharacters = 160;

/** Everything that keeps a draft from being published, each at its field. */
export function contentFaults(content: PromiseContent, around: Surroundings): Fault[] {
  return [
    ...shortText('title', content.title),
    ...required('intro.sv', content.intro),
    ...periodFaults(content, around),
    ...content.focusAreas.flatMap(({ name }, index) => shortText(`focusAreas[${index}].name`, name)),
    ...(content.focusAreas.length === 0 ? [fault('focusAreas', 'tooFew', { min: '1' })] : []),
    ...(content.commitments.length === 0 ? [fault('commitments', 'tooFew', { min: '1' })] : []),
    ...content.commitments.flatMap((commitment, index) =>
      commitmentFaults(commitment, content, around).map((each) => ({
        ...each,
        field: `commitments[${index}].${each.field}`,
      })),
    ),
    ...removalFaults(content, around),
    ...content.goals.flatMap(({ text }, index) => required(`goals[${index}].text.sv`, text)),
    ...content.channels.flatMap(({ name, url }, index) => [
      ...shortText(`channels[${index}].name`, name),
      ...(url === '' || /^https:\/\/[^\s/]+\.[^\s]+$/.test(url)
        ? []
        : [fault(`channels[${index}].url`, 'notALink')]),
    ]),
  ];
}

/** What is wrong with the days of a promise: they make sense, touch no other promise, and hold what was logged. */
function periodFaults(
  { from, to }: PromiseContent,
  { others, logged }: Pick<Surroundings, 'others' | 'logged'>,
): Fault[] {
  if (from === '') return [fault('from', 'required')];
  if (!isIsoDate(from)) return [fault('from', 'notADate')];
  if (to !== null && !isIsoDate(to)) return [fault('to', 'notADate')];
  if (to !== null && to <= from) return [fault('to', 'notAfter', { date: from })];
  const overlapped = others.find((other) => overlaps({ from, to }, other));
  if (overlapped) {
    const { title, from: begins, to: ends } = overlapped;
    if (ends === null) return [fault('from', 'overlapsOpen', { title, from: begins })];
    return [fault('from', 'overlaps', { title, from: begins, to: ends })];
  }
  if (logged && from > logged.first) return [fault('from', 'loggedBefore', { date: logged.first })];
  if (logged && to !== null && to < logged.last) return [fault('to', 'loggedAfter', { date: logged.last })];
  return [];
}

/** Whether two periods share a day. */
export function overlaps(one: Period, other: Period): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}

function commitmentFaults(
  commitment: DraftCommitment,
  content: PromiseContent,
  around: Surroundings,
): Fault[] {
  const { owners, partners, type, acceptsKinds } = commitment;
  const unknown = (slugs: readonly string[]): boolean =>
    slugs.some((slug) => !around.organisations.includes(slug));
  const before = around.published?.commitments.find(({ id }) => id === commitment.id);
  const use = around.uses.find(({ id }) => id === commitment.id);
  return [
    ...(around.takenIds.includes(commitment.id) ? [fault('title.sv', 'invalid')] : []),
    ...shortText('title', commitment.title),
    ...required('text.sv', commitment.text),
    ...required('countedHow.sv', commitment.countedHow),
    ...(content.focusAreas.some(({ slug }) => slug === commitment.focusArea)
      ? []
      : [fault('focusArea', 'required')]),
    ...(use?.hasActivities && before && before.type !== type ? [fault('type', 'typeFixed')] : []),
    ...numberFaults(commitment),
    ...(owners.length === 0 ? [fault('owners', 'tooFew', { min: '1' })] : []),
    ...(unknown(owners) ? [fault('owners', 'notFound')] : []),
    ...(unknown(partners) ? [fault('partners', 'notFound')] : []),
    ...(partners.some((slug) => owners.includes(slug)) ? [fault('partners', 'alsoOwner')] : []),
    ...(commitment.requiresWish && acceptsKinds.length === 0
      ? [fault('acceptsKinds', 'tooFew', { min: '1' })]
      : []),
    ...closingFaults(commitment, content),
  ];
}

/** What each type needs to be counted by. */
function numberFaults(commitment: DraftCommitment): Fault[] {
  const { type, target, perYear, perYearFor, unit, staleAfterDays, milestones } = commitment;
  const positive = (field: string, value: number | null): Fault[] => {
    if (value === null) return [fault(field, 'required')];
    return value < 1 ? [fault(field, 'tooSmall', { min: '1' })] : [];
  };
  switch (type) {
    case 'count':
      return positive('target', target);
    case 'recurring':
      return [
        ...positive('perYear', perYear),
        ...shortText('unit', unit),
        ...(new Set(perYearFor).size < perYearFor.length ? [fault('perYearFor', 'notUnique')] : []),
      ];
    case 'milestones':
      return [
        ...(milestones.length === 0 ? [fault('milestones', 'tooFew', { min: '1' })] : []),
        ...milestones.flatMap(({ name, dueOn }, index) => [
          ...shortText(`milestones[${index}].name`, name),
          ...(dueOn === null || isIsoDate(dueOn) ? [] : [fault(`milestones[${index}].dueOn`, 'notADate')]),
        ]),
      ];
    case 'ongoing':
      return positive('staleAfterDays', staleAfterDays);
  }
}

function closingFaults({ closing }: DraftCommitment, { from, to }: PromiseContent): Fault[] {
  if (!closing) return [];
  const words = required('closing.words.sv', closing.words);
  if (!isIsoDate(closing.from)) return [fault('closing.from', 'notADate'), ...words];
  if (closing.from <= from) return [fault('closing.from', 'notAfter', { date: from }), ...words];
  if (to !== null && closing.from > to)
    return [fault('closing.from', 'afterThePromise', { date: to }), ...words];
  return words;
}

/** What may not be left out of a new version: what residents or activities already hang on. */
function removalFaults(content: PromiseContent, { published, uses }: Surroundings): Fault[] {
  const kept = new Map(content.commitments.map((each, index) => [each.id, { each, index }]));
  return (published?.commitments ?? []).flatMap(({ id, title, milestones }) => {
    const use = uses.find((each) => each.id === id);
    if (!use) return [];
    const now = kept.get(id);
    if (!now)
      return use.hasActivities || use.hasProposals
        ? [fault('commitments', 'commitmentInUse', { title: title.sv })]
        : [];
    const lost = milestones.find(
      (step) =>
        use.doneMilestones.includes(step.id) && !now.each.milestones.some((each) => each.id === step.id),
    );
    return lost
      ? [fault(`commitments[${now.index}].milestones`, 'milestoneDone', { title: lost.name.sv })]
      : [];
  });
}

/** What is wrong with the words about a change, or null: a promise that was published before needs them. */
export function noteFault(note: TextInBoth | undefined, published: number): Fault | null {
  return published > 0 && (!note || empty(note)) ? fault('note.sv', 'required') : null;
}

function required(field: string, text: TextInBoth): Fault[] {
  return empty(text) ? [fault(field, 'required')] : [];
}

/** A text that stands in a heading or a list: there, and not too long in either language. */
function shortText(field: string, text: TextInBoth): Fault[] {
  const tooLong = (['sv', 'en'] as const).filter((language) => text[language].length > shortCharacters);
  return [
    ...required(`${field}.sv`, text),
    ...tooLong.map((language) => fault(`${field}.${language}`, 'tooLong', { max: String(shortCharacters) })),
  ];
}

function fault(field: string, code: Fault['code'], params?: Fault['params']): Fault {
  return params ? { field, code, params } : { field, code };
}
