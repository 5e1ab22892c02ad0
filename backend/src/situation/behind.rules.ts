import { SITUATION_LIMITS } from '@lofteskartan/shared/situation';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { squaresOf, type ToldTime } from './told-times.rules.js';

/** A proposal that was sent in, what it says, and who is behind it. */
export interface SpokenFor extends ToldTime {
  readonly kind: ProposalKind;
  /** The slug. */
  readonly locality: string | null;
  readonly month: string;
  /** Its problems, causes or topic. */
  readonly themes: readonly string[];
  /** Each by a text of its own. */
  readonly people: readonly string[];
}

/** The people behind proposals that were answered in time or late, or that still wait. */
export interface AnsweredFor {
  readonly answer: 'in-time' | 'late' | null;
  readonly waits: boolean;
  readonly people: readonly string[];
}

/** Some of the people behind a figure: all of them when they are fewer than five, else five. */
export type Some = ReadonlySet<string>;

/** Who is behind the figure of some name. */
export type Behind = (figure: string) => Some;

/** The names of figures that count proposals. */
export const figureOf = {
  all: 'all',
  kind: (kind: ProposalKind): string => `kind ${kind}`,
  month: (month: string): string => `month ${month}`,
  locality: (slug: string | null): string => (slug === null ? 'no locality' : `locality ${slug}`),
  theme: (kind: ProposalKind, theme: string): string => `theme ${kind} ${theme}`,
  square: (day: number, band: number): string => `square ${String(day)} ${String(band)}`,
  told: 'told',
  untold: 'untold',
  dark: (time: string): string => `dark ${time}`,
  inTime: 'in-time',
  late: 'late',
  waiting: 'waiting',
} as const;

/** The people of several figures together, as far as five. */
export const together = (sets: readonly Some[]): Some => new Set(sets.flatMap((each) => [...each]));

/** The figures in which a proposal counts. */
function figuresOf(proposal: SpokenFor): string[] {
  const { kind, month, locality, themes, when } = proposal;
  const squares = kind === 'speed-check' ? squaresOf(proposal) : [];
  return [
    figureOf.all,
    figureOf.kind(kind),
    figureOf.month(month),
    figureOf.locality(locality),
    ...themes.map((theme) => figureOf.theme(kind, theme)),
    ...(squares ?? []).map(([day, band]) => figureOf.square(day, band)),
    ...(kind === 'speed-check' ? [squares === null ? figureOf.untold : figureOf.told] : []),
    ...(kind === 'dark-place' ? when.map(figureOf.dark) : []),
  ];
}

/** The distinct people behind each figure that counts proposals. */
export function peopleBehind(proposals: readonly SpokenFor[], answers: readonly AnsweredFor[]): Behind {
  const behind = new Map<string, Set<string>>();
  const add = (figure: string, people: readonly string[]): void => {
    const known = behind.get(figure) ?? new Set();
    behind.set(figure, known);
    for (const person of people) {
      if (known.size >= SITUATION_LIMITS.leastPeople) return;
      known.add(person);
    }
  };
  for (const proposal of proposals) for (const figure of figuresOf(proposal)) add(figure, proposal.people);
  for (const { answer, waits, people } of answers) {
    if (answer) add(answer === 'in-time' ? figureOf.inTime : figureOf.late, people);
    if (waits) add(figureOf.waiting, people);
  }
  const nobody: Some = new Set();
  return (figure) => behind.get(figure) ?? nobody;
}
