import type { MoveProposals } from '@lofteskartan/shared/contracts/bulk';
import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import type { MoveOfSeveral } from '@lofteskartan/shared/queue';
import {
  fillPlaceholders,
  placeholderFaults,
  type PlaceholderFacts,
} from '@lofteskartan/shared/reply-placeholders';
import { LANGUAGES, type Language, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import { leavesGap } from './template-gap.js';

/** What may be needed besides the text. */
export type BulkField = 'reason' | 'commitmentId' | 'responsible';

/** A move of several while it is being written; texts are '' while empty. */
export interface BulkDraft extends Record<BulkField, string> {
  to: MoveOfSeveral | null;
  /** Words for everybody by the language of the sender; placeholders in braces are filled in at each. */
  texts: Record<Language, string>;
  /** A body of the register; `other` or '' for none. */
  bodyId: string;
  /** What the body is asked for, in its mails. */
  asked: string;
}

export const emptyBulk = (): BulkDraft => ({
  to: null,
  texts: { sv: '', en: '' },
  reason: '',
  commitmentId: '',
  responsible: '',
  bodyId: '',
  asked: '',
});

/** What each move needs, whichever it starts from; what a single one needs besides is told at that one. */
const NEEDS: Record<MoveOfSeveral, { fields: readonly BulkField[]; text: 'needed' | 'taken' | 'none' }> = {
  'under-review': { fields: [], text: 'taken' },
  committed: { fields: ['commitmentId'], text: 'taken' },
  answered: { fields: [], text: 'needed' },
  declined: { fields: ['reason'], text: 'needed' },
  referred: { fields: ['responsible'], text: 'needed' },
  hidden: { fields: [], text: 'none' },
};

export const needsField = ({ to }: BulkDraft, field: BulkField): boolean =>
  to !== null && NEEDS[to].fields.includes(field);
export const needsText = ({ to }: BulkDraft): boolean => to !== null && NEEDS[to].text === 'needed';
export const takesText = ({ to }: BulkDraft): boolean => to !== null && NEEDS[to].text !== 'none';

type Item = Pick<TriageItem, 'reference' | 'version' | 'language'>;

/** The languages in which those who sent something in are answered, Swedish first. */
export const languagesOf = (items: readonly Pick<TriageItem, 'language'>[]): Language[] =>
  LANGUAGES.filter((language) => items.some((each) => each.language === language));

/** The one value that all have; null when they differ. */
export const common = <Value extends string>(values: readonly Value[]): Value | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null;

/** What a template is chosen for: the one kind and municipality that all have. */
export const needOf = (items: readonly Pick<TriageItem, 'kind' | 'municipality'>[], draft: BulkDraft) => ({
  kind: common<ProposalKind>(items.map(({ kind }) => kind)),
  municipality: common(items.map(({ municipality }) => municipality)) ?? undefined,
  reason: draft.to === 'declined' ? draft.reason || null : null,
});

/** What is left to do, by the field that it concerns. */
export type BulkFaults = ReadonlyMap<BulkField | Language, 'missing' | 'placeholder' | 'gap'>;

/** What is left to do before the move can be made. @param templates the texts of reply templates, whose gaps are to be filled */
export function faultsOf(
  draft: BulkDraft,
  items: readonly Item[],
  templates: readonly string[] = [],
): BulkFaults {
  const faults = new Map<BulkField | Language, 'missing' | 'placeholder' | 'gap'>();
  const { to } = draft;
  if (to === null) return faults;
  for (const field of NEEDS[to].fields) if (draft[field].trim() === '') faults.set(field, 'missing');
  if (!takesText(draft)) return faults;
  for (const language of languagesOf(items)) {
    const text = draft.texts[language].trim();
    const { unknown, notHere } = placeholderFaults(text, language, to);
    if (text === '' && needsText(draft)) faults.set(language, 'missing');
    else if (unknown.length + notHere.length > 0) faults.set(language, 'placeholder');
    else if (leavesGap(text, templates)) faults.set(language, 'gap');
  }
  return faults;
}

/** What everyone will read at a proposal; '' for nothing. */
export const textAt = (draft: BulkDraft, { language }: Item, facts: PlaceholderFacts): string =>
  takesText(draft) ? fillPlaceholders(draft.texts[language].trim(), language, facts) : '';

/** Proposals at which everyone will read the same. */
export interface SameText {
  readonly text: string;
  readonly language: Language;
  readonly references: readonly string[];
}

/** The texts that go out, each with those at which it will stand, in the order of the choice. */
export function textsThatGoOut(
  items: readonly Item[],
  textOf: (reference: string) => string,
): readonly SameText[] {
  const groups = new Map<string, { text: string; language: Language; references: string[] }>();
  for (const { reference, language } of items) {
    const text = textOf(reference);
    if (text === '') continue;
    const group = groups.get(`${language} ${text}`) ?? { text, language, references: [] };
    group.references.push(reference);
    groups.set(`${language} ${text}`, group);
  }
  return [...groups.values()];
}

/** The body of the call: only what the move takes. One text for all is sent once, others at each. */
export function bulkBody(
  to: MoveOfSeveral,
  draft: BulkDraft,
  items: readonly Item[],
  textOf: (reference: string) => string,
): MoveProposals {
  const written = (text: string) => text.trim() || undefined;
  const given = (field: BulkField) => (needsField(draft, field) ? written(draft[field]) : undefined);
  const texts = items.map(({ reference }) => textOf(reference));
  const same = common(texts);
  const isRegistered = to === 'referred' && /^[0-9a-f-]{36}$/.test(draft.bodyId);
  return {
    to,
    publicText: same === null ? undefined : written(same),
    // To open again what had ended needs a reason in words; to others it is not sent.
    reason: given('reason') ?? (to === 'under-review' ? written(draft.reason) : undefined),
    commitmentId: given('commitmentId'),
    responsible: given('responsible'),
    ...(isRegistered ? { bodyId: draft.bodyId, asked: written(draft.asked) } : {}),
    proposals: items.map(({ reference, version }, index) => ({
      reference,
      version,
      ...(same === null ? { publicText: written(texts[index] ?? '') } : {}),
    })),
  };
}
