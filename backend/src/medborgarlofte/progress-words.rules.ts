import type { Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { presentYear } from '@lofteskartan/shared/present-year';
import type { Language } from '@lofteskartan/shared/vocabulary';

/** The few words that the server itself writes about progress: in printed follow-ups, pictures, embeds and the tags of pages. */
const words = {
  sv: {
    of: (done: string, target: string) => `${done} av ${target}`,
    year: (done: string, due: string, year: number) => `${done} av ${due} år ${String(year)}`,
    expected: (expected: string) => `väntat i dag ${expected}`,
    expectedOn: (expected: string) => `väntat den dagen ${expected}`,
    latest: (day: string) => `senast ${day}`,
    never: 'inget dokumenterat än',
    evidence: (count: string) =>
      count === '1' ? '1 dokumenterad insats' : `${count} dokumenterade insatser`,
    ahead: 'Före planen',
    'on-track': 'I fas',
    behind: 'Efter planen',
    stale: 'Länge sedan något dokumenterades',
  },
  en: {
    of: (done: string, target: string) => `${done} of ${target}`,
    year: (done: string, due: string, year: number) => `${done} of ${due} in ${String(year)}`,
    expected: (expected: string) => `${expected} expected today`,
    expectedOn: (expected: string) => `${expected} expected that day`,
    latest: (day: string) => `latest ${day}`,
    never: 'nothing documented yet',
    evidence: (count: string) => (count === '1' ? '1 documented activity' : `${count} documented activities`),
    ahead: 'Ahead of plan',
    'on-track': 'On track',
    behind: 'Behind plan',
    stale: 'Nothing documented for a long time',
  },
} as const;

const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

/** "14 november 2026" from a date. */
export function dayInWords(date: string, language: Language): string {
  const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locales[language], form).format(new Date(`${date}T12:00:00Z`));
}

/** The one figure of a commitment: "41 av 70", "1 av 2 år 2026", "senast 14 november 2026". */
export function figureInWords(progress: Progress, language: Language): string {
  const say = words[language];
  const number = (value: number): string => new Intl.NumberFormat(locales[language]).format(value);
  switch (progress.type) {
    case 'count':
      return say.of(number(progress.done), number(progress.target));
    case 'recurring': {
      const present = presentYear(progress.years);
      return present ? say.year(number(present.done), number(present.due), present.year) : say.never;
    }
    case 'milestones':
      return say.of(number(progress.done), number(progress.steps.length));
    case 'ongoing':
      return progress.latestOn ? say.latest(dayInWords(progress.latestOn, language)) : say.never;
  }
}

/** What an even pace would have reached: "väntat i dag 44"; null for what has no number. */
export function expectedInWords(
  progress: Progress,
  language: Language,
  when: 'today' | 'day',
): string | null {
  if (progress.type !== 'count') return null;
  const number = new Intl.NumberFormat(locales[language]).format(progress.expectedToday);
  return when === 'today' ? words[language].expected(number) : words[language].expectedOn(number);
}

/** How it goes in a word: the pace, or how much is documented. */
export function paceInWords(progress: Progress, language: Language): string {
  const say = words[language];
  if (progress.type !== 'ongoing') return say[progress.pace];
  return progress.stale ? say.stale : say.evidence(String(progress.evidence));
}
