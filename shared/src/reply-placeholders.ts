import type { Language, ProposalKind, ProposalStatus } from './vocabulary.js';

/** A word in braces that a reply template may hold: what it is called in each language, and which statuses can fill it. */
export interface Placeholder {
  readonly key: 'reference' | 'kind' | 'place' | 'locality' | 'date' | 'commitment' | 'responsible';
  readonly name: Readonly<Record<Language, string>>;
  /** Null: every status. */
  readonly statuses: readonly ProposalStatus[] | null;
}

/** The closed list. `{nummer}` in the Swedish text is `{number}` in the English one. */
export const PLACEHOLDERS: readonly Placeholder[] = [
  { key: 'reference', name: { sv: 'nummer', en: 'number' }, statuses: null },
  { key: 'kind', name: { sv: 'slag', en: 'kind' }, statuses: null },
  { key: 'place', name: { sv: 'plats', en: 'place' }, statuses: null },
  { key: 'locality', name: { sv: 'ort', en: 'locality' }, statuses: null },
  { key: 'date', name: { sv: 'datum', en: 'date' }, statuses: null },
  { key: 'commitment', name: { sv: 'atagande', en: 'commitment' }, statuses: ['committed', 'planned'] },
  { key: 'responsible', name: { sv: 'ansvarig', en: 'responsible' }, statuses: ['referred'] },
];

/** How long a template's name may be. */
export const TEMPLATE_NAME_CHARACTERS = 80;

/** Statuses whose moves may carry a public text, and so a template. */
export const TEMPLATE_STATUSES = [
  'under-review',
  'awaiting-reply',
  'committed',
  'planned',
  'answered',
  'declined',
  'referred',
] as const satisfies readonly ProposalStatus[];
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

/** Names are compared without the marks of å, ä and ö, so that `{åtagande}` is what it looks like. */
const plain = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();

const braces = /\{([^{}]*)\}/g;

const named = (name: string, language: Language): Placeholder | undefined =>
  PLACEHOLDERS.find((each) => plain(each.name[language]) === plain(name));

/** The placeholders that a status can fill. */
export const placeholdersFor = (status: ProposalStatus): Placeholder[] =>
  PLACEHOLDERS.filter(({ statuses }) => statuses === null || statuses.includes(status));

/** What is wrong with the placeholders of a text. */
export interface PlaceholderFaults {
  /** Names that are not in the list. */
  readonly unknown: readonly string[];
  /** Names that this status cannot fill. */
  readonly notHere: readonly string[];
}

/** Looks for words in braces that nothing would fill. */
export function placeholderFaults(
  text: string,
  language: Language,
  status: ProposalStatus,
): PlaceholderFaults {
  const names = [...text.matchAll(braces)].map(([, name = '']) => name);
  const here = placeholdersFor(status);
  return {
    unknown: [...new Set(names.filter((name) => !named(name, language)))],
    notHere: [
      ...new Set(
        names.filter((name) => {
          const found = named(name, language);
          return found !== undefined && !here.includes(found);
        }),
      ),
    ],
  };
}

/** What a proposal fills; what is null is said in general words. */
export type PlaceholderFacts = Readonly<Record<Placeholder['key'], string | null>>;

const general: Readonly<Record<Language, Readonly<Record<Placeholder['key'], string>>>> = {
  sv: {
    reference: 'ditt förslag',
    kind: 'förslaget',
    place: 'platsen du pekade ut',
    locality: 'kommunen',
    date: 'i dag',
    commitment: 'ett av våra åtaganden',
    responsible: 'någon annan',
  },
  en: {
    reference: 'your proposal',
    kind: 'the proposal',
    place: 'the place you pointed out',
    locality: 'the municipality',
    date: 'today',
    commitment: 'one of our commitments',
    responsible: 'somebody else',
  },
};

/** Facts that fit many proposals at once: everything in general words. */
export const NO_FACTS: PlaceholderFacts = {
  reference: null,
  kind: null,
  place: null,
  locality: null,
  date: null,
  commitment: null,
  responsible: null,
};

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('sv') + words.slice(1);

/** The text with its placeholders filled in; a word that begins a sentence has a capital. Unknown ones stay as they are. */
export function fillPlaceholders(text: string, language: Language, facts: PlaceholderFacts): string {
  return text.replaceAll(braces, (whole, name: string, at: number) => {
    const found = named(name, language);
    if (!found) return whole;
    const words = facts[found.key] ?? general[language][found.key];
    return /(^|[.!?]\s+|\n)$/.test(text.slice(0, at)) ? capital(words) : words;
  });
}

/** What a template is for; null: any. */
export interface TemplateFor {
  readonly status: ProposalStatus;
  readonly kind: ProposalKind | null;
  readonly reason: string | null;
}

/** Whether a template fits a move. */
export const fitsMove = (
  template: TemplateFor,
  move: {
    readonly status: ProposalStatus;
    readonly kind: ProposalKind | null;
    readonly reason: string | null;
  },
): boolean =>
  template.status === move.status &&
  (template.kind === null || template.kind === move.kind) &&
  (template.reason === null || template.reason === move.reason);

/** Those that fit a move, the most particular first, then by name. */
export function fittingTemplates<Template extends TemplateFor & { readonly name: string }>(
  templates: readonly Template[],
  move: Parameters<typeof fitsMove>[1],
): Template[] {
  const particular = ({ kind, reason }: Template) => (reason === null ? 0 : 2) + (kind === null ? 0 : 1);
  return templates
    .filter((each) => fitsMove(each, move))
    .sort((a, b) => particular(b) - particular(a) || a.name.localeCompare(b.name, 'sv'));
}
