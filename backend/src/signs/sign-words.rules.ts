import type { PlaceSign } from '@lofteskartan/shared/contracts/place-signs';
import { INVENTORY_LIMITS, type MeasureKind, type MeasureState } from '@lofteskartan/shared/inventory';
import type { Language, ProposalKind } from '@lofteskartan/shared/vocabulary';
import { dayInWords } from '../medborgarlofte/progress-words.rules.js';
import type { IsoDate } from '../platform/dates.js';

/** What a sign says of its place, but for the place's name. */
export type SignWords = Pick<PlaceSign, 'heading' | 'lines' | 'ask' | 'how'>;

/** A public measure as far as a sign tells of it. */
export interface SignMeasure {
  readonly kind: MeasureKind;
  readonly state: MeasureState;
  readonly plannedOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
}

const words = {
  sv: {
    wanted: (people: string) => `Här har ${people} önskat hastighetskontroll.`,
    some: 'grannar',
    checked: (day: string) => `Senast kontrollerad ${day}.`,
    never: 'Ingen kontroll har redovisats här än.',
    askCheck: 'Vill du också ha en kontroll här?',
    followed: 'Den här platsen följs upp.',
    latest: (what: string, day: string) => `Senaste åtgärd: ${what}, ${day}.`,
    planned: (what: string, day: string) => `Planerat: ${what}, ${day}.`,
    nothing: 'Ingen åtgärd är gjord än.',
    askPlace: 'Berätta hur du upplever den.',
    how: 'Rikta telefonens kamera mot rutan, eller skriv in adressen.',
    howForm: 'Rikta telefonens kamera mot rutan så öppnas formuläret. Adressen under går till platsens sida.',
    foot: (month: string) => `Utskriven i ${month}. Är det akut: ring 112.`,
    kinds: {
      'lamp-repaired': 'lampan lagad',
      'new-lamp': 'ny lampa',
      'cut-back': 'klippt och röjt',
      rebuilt: 'ombyggt',
      cleaned: 'städat och sanerat',
    },
    toDo: {
      'lamp-repaired': 'lampan lagas',
      'new-lamp': 'ny lampa sätts upp',
      'cut-back': 'klippning och röjning',
      rebuilt: 'ombyggnad',
      cleaned: 'städning och sanering',
    },
  },
  en: {
    wanted: (people: string) => `${people} have asked for speed checks here.`,
    some: 'Neighbours',
    checked: (day: string) => `Last checked on ${day}.`,
    never: 'No check has been reported here yet.',
    askCheck: 'Would you like a check here too?',
    followed: 'This place is being looked after.',
    latest: (what: string, day: string) => `Latest measure: ${what}, ${day}.`,
    planned: (what: string, day: string) => `Planned: ${what}, ${day}.`,
    nothing: 'Nothing has been done yet.',
    askPlace: 'Tell us what it is like for you.',
    how: 'Point your phone’s camera at the square, or type in the address.',
    howForm:
      'Point your phone’s camera at the square and the form opens. The address below leads to the page of the place.',
    foot: (month: string) => `Printed in ${month}. In an emergency, call 112.`,
    kinds: {
      'lamp-repaired': 'lamp repaired',
      'new-lamp': 'new lamp',
      'cut-back': 'cut back and cleared',
      rebuilt: 'rebuilt',
      cleaned: 'cleaned',
    },
    toDo: {
      'lamp-repaired': 'the lamp is repaired',
      'new-lamp': 'a new lamp is put up',
      'cut-back': 'cutting back and clearing',
      rebuilt: 'rebuilding',
      cleaned: 'cleaning',
    },
  },
} as const;

const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

/** What a sign at a stretch says: how many have asked, where they are enough to stay unknown, and the last check that is told of. */
export function stretchWords(
  { people, lastCheckOn }: { readonly people: number; readonly lastCheckOn: IsoDate | null },
  language: Language,
): SignWords {
  const say = words[language];
  const enough = people >= INVENTORY_LIMITS.peopleBehindAFigure;
  const number = new Intl.NumberFormat(locales[language]).format(people);
  return {
    heading: say.wanted(enough ? (language === 'en' ? `${number} people` : number) : say.some),
    lines: [lastCheckOn ? say.checked(dayInWords(lastCheckOn, language)) : say.never],
    ask: say.askCheck,
    how: say.how,
  };
}

/**
 * What a sign at a place says: what was done last, else what comes next. Decisions are read on its page, not on a post.
 * @param opens what its code opens
 */
export function placeWords(
  measures: readonly SignMeasure[],
  language: Language,
  opens: 'form' | 'page',
): SignWords {
  const say = words[language];
  return {
    heading: say.followed,
    lines: [measureLine(measures, language)],
    ask: say.askPlace,
    how: opens === 'form' ? say.howForm : say.how,
  };
}

function measureLine(measures: readonly SignMeasure[], language: Language): string {
  const say = words[language];
  const work = measures.flatMap(({ kind, ...rest }) =>
    kind === 'referred' || kind === 'none' ? [] : [{ kind, ...rest }],
  );
  const done = work
    .flatMap(({ kind, doneOn }) => (doneOn ? [{ kind, day: doneOn }] : []))
    .sort((a, b) => b.day.localeCompare(a.day))[0];
  if (done) return say.latest(say.kinds[done.kind], dayInWords(done.day, language));
  const next = work
    .flatMap(({ kind, state, plannedOn }) =>
      state === 'planned' && plannedOn ? [{ kind, day: plannedOn }] : [],
    )
    .sort((a, b) => a.day.localeCompare(b.day))[0];
  return next ? say.planned(say.toDo[next.kind], dayInWords(next.day, language)) : say.nothing;
}

/** A commitment as far as the choice of one asks. */
interface Promised {
  readonly title: string;
  readonly acceptsKinds: readonly ProposalKind[];
  readonly requiresWish: boolean;
  readonly closing: object | null;
}

/** What was promised about this kind of place: what answers wishes, or takes nothing else, goes before what also takes such. */
export function promisedAbout(kind: ProposalKind, commitments: readonly Promised[]): string | null {
  const open = commitments.filter(({ acceptsKinds, closing }) => acceptsKinds.includes(kind) && !closing);
  const own = open.find(({ acceptsKinds, requiresWish }) => requiresWish || acceptsKinds.length === 1);
  return (own ?? open[0])?.title ?? null;
}

/** The month of a day, and whom to call: what stands at the foot of a sign. */
export function footWords(today: IsoDate, language: Language): string {
  const form = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const month = new Intl.DateTimeFormat(locales[language], form).format(new Date(`${today}T12:00:00Z`));
  return words[language].foot(month);
}
