import { isIsoDate } from '../platform/dates.js';

/** What an address of the frontend shows, as far as a page says something about itself. */
export type PageAddress =
  | { readonly page: 'own' }
  | {
      readonly page: 'promise' | 'commitment' | 'proposal' | 'place' | 'dialogue' | 'question';
      readonly municipality: string;
      readonly name: string;
    }
  | { readonly page: 'follow-up'; readonly municipality: string; readonly asOf: string }
  | { readonly page: 'municipality'; readonly municipality: string; readonly words: PageWords };

/** A page of a municipality by its name in the address. */
export type PageWords = keyof typeof pageWords;

/** Titles and descriptions of the pages that look the same in every municipality. */
export const pageWords = {
  '': {
    title: (place: string) => `Medborgarlöftet i ${place}`,
    description:
      'Polisen och kommunen har lovat. Här ser du om löftena hålls, och här kan du önska en hastighetskontroll eller markera en otrygg plats.',
  },
  karta: {
    title: (place: string) => `Karta över förslag i ${place}`,
    description: 'Önskade hastighetskontroller, otrygga platser och idéer, och vad som hände med dem.',
  },
  ny: {
    title: (place: string) => `Skicka in ett förslag i ${place}`,
    description:
      'Önska en hastighetskontroll, markera en otrygg plats eller lämna en idé. Du behöver inget konto.',
  },
  platser: {
    title: (place: string) => `Mörka och otrygga platser i ${place}`,
    description:
      'Platser som kommunen följer upp: vad som är planerat, vad som är gjort, och varför något inte görs.',
  },
  vandringar: {
    title: (place: string) => `Trygghetsvandringar i ${place}`,
    description: 'Vad vi såg när vi gick tillsammans, och vad som händer med varje plats.',
  },
  dialoger: {
    title: (place: string) => `Medborgardialoger i ${place}`,
    description: 'Möten där du kan fråga, tycka och vara med, och vad som blev av det som sades.',
  },
  svar: {
    title: (place: string) => `Svaren i ${place}`,
    description: 'Hur många som har fått svar, hur länge andra har väntat, och vad svaren blev.',
  },
  bevaka: {
    title: (place: string) => `Bevaka ett område i ${place}`,
    description: 'Få mejl när något blir offentligt där du bor, eller följ med i en läsare eller kalender.',
  },
  integritet: {
    title: (place: string) => `Personuppgifter i ${place}`,
    description: 'Vad som sparas när du skickar in ett förslag, varför och hur länge.',
  },
  tillganglighet: {
    title: (place: string) => `Tillgänglighet i ${place}`,
    description: 'Hur tillgänglig tjänsten är, och hur du berättar om brister.',
  },
  om: {
    title: (place: string) => `Om Löfteskartan i ${place}`,
    description: 'Vad ett medborgarlöfte är, vem som svarar och hur det räknas.',
  },
} as const;

/** Pages that say the same of each of their own. */
const withNames = new Set(['ny', 'vandringar', 'dialoger']);

/** Pages below that of a medborgardialog; they say what it says. */
const dialoguePages = new Set(['anmalan', 'fraga', 'rapport']);

/** Pages of all medborgardialoger together, which stand where the reference of one would. */
const ofAllDialogues = new Set(['utfall', 'hordas']);

/** So many months after a medborgardialog it is followed up. */
const followedUpAfter = new Set(['6', '12']);

/** Pages that belong to one person. */
const own = new Set(['folj', 'mina', 'bekrafta', 'avsluta', 'bevakning', 'hanvisning', 'hur-kanns-det']);

/** What a path shows; null for what says nothing of its own. */
export function pageAddress(path: string): PageAddress | null {
  const parts = decoded(path);
  if (parts === null) return null;
  const [municipality = '', page = '', name = '', more = '', last = '', ...rest] = parts;
  if (municipality === '' || rest.length > 0) return null;
  if (page === 'dialoger' && more === 'uppfoljning' && followedUpAfter.has(last))
    return { page: 'dialogue', municipality, name };
  if (last !== '' && municipality !== 'arbete') return null;
  if (page === 'fraga' && (more !== '' || own.has(name))) return { page: 'own' };
  // Whoever is at a dialogue comes by its code; it says nothing of its own to others.
  if (municipality === 'arbete' || municipality === 'live' || own.has(page)) return { page: 'own' };
  if (page === 'lofte' && name === 'uppfoljning' && isIsoDate(more))
    return { page: 'follow-up', municipality, asOf: more };
  if (page === 'dialoger' && name !== '' && dialoguePages.has(more))
    return { page: 'dialogue', municipality, name };
  if (more !== '') return null;
  if (page === 'lofte') return { page: name === '' ? 'promise' : 'commitment', municipality, name };
  if (page === 'dialoger' && name !== '' && !ofAllDialogues.has(name))
    return { page: 'dialogue', municipality, name };
  if (page === 'fraga' && name !== '') return { page: 'question', municipality, name };
  if (page === 'platser' && name !== '') return { page: 'place', municipality, name };
  if (page === 'forslag' && name !== '') return { page: 'proposal', municipality, name };
  if (!isPageWords(page) || (name !== '' && !withNames.has(page))) return null;
  return { page: 'municipality', municipality, words: page };
}

function isPageWords(page: string): page is PageWords {
  return Object.hasOwn(pageWords, page);
}

function decoded(path: string): string[] | null {
  try {
    return path
      .split('/')
      .filter((part) => part !== '')
      .map((part) => decodeURIComponent(part));
  } catch {
    return null;
  }
}
