import type { Language } from '@lofteskartan/shared/vocabulary';
import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { useSyncExternalStore } from 'react';
import { initReactI18next } from 'react-i18next';
import { answerIn } from './api.js';
import type { Area } from './i18n-resources.js';
import { overlaid } from './overlaid.js';

/** Easy Swedish (lättläst): a private tag of BCP 47, since it has none of its own. */
export const EASY_SWEDISH = 'sv-x-lattlast';
/** What the pages can be read in, as it is offered. Easy Swedish is Swedish to the server, to dates and to the alphabet. */
export const VOICES = ['sv', EASY_SWEDISH, 'en'] as const;
export type Voice = (typeof VOICES)[number];

const STORED = 'lofteskartan.language';
const files = import.meta.glob<ResourceKey>('../locales/*/*.json', { import: 'default' });

/** What a voice is read from: easy Swedish says anew only what has to be said more simply. */
const layersOf = (voice: string): readonly string[] =>
  voice === EASY_SWEDISH ? ['sv', EASY_SWEDISH] : [voice];

/** The words of an area. @throws Error when there is no such file, or it did not come */
async function wordsOf(voice: string, area: string): Promise<ResourceKey> {
  const loads = layersOf(voice).map((layer) => files[`../locales/${layer}/${area}.json`]);
  const layers = await Promise.all(loads.map((load) => (load ? load() : Promise.resolve(undefined))));
  if (!layers[0]) throw new Error(`No locale file ${voice}/${area}`);
  return layers.reduce<ResourceKey>((below, above) => (above ? overlaid(below, above) : below), {});
}

/** Each area of each language is a file of its own: only what a page needs in the chosen language is fetched. */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(voice, area, answer) {
    wordsOf(voice, area).then(
      (words) => {
        answer(null, words);
      },
      (error: unknown) => {
        answer(error instanceof Error ? error : new Error(String(error)), false);
      },
    );
  },
};

function isVoice(text: string | null): text is Voice {
  return VOICES.some((voice) => voice === text);
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** `?lang=` first, then what was chosen before, else Swedish: many phones in Sweden speak English to people who do not. */
function firstVoice(): Voice {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (isVoice(asked)) {
    remember(asked);
    return asked;
  }
  const before = stored();
  if (isVoice(before)) return before;
  return 'sv';
}

function remember(voice: Voice): void {
  try {
    localStorage.setItem(STORED, voice);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** The language that a voice speaks: what the server, dates and the alphabet go by. */
const languageOf = (voice: string): Language => (voice === 'en' ? 'en' : 'sv');

function apply(voice: string): void {
  document.documentElement.lang = voice;
  document.documentElement.dir = i18next.dir(voice);
  answerIn(languageOf(voice));
}

/** Starts i18next with the areas that every page shows. */
export async function startI18n(): Promise<void> {
  const voice = firstVoice();
  apply(voice);
  i18next.on('languageChanged', apply);
  await i18next
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: voice,
      supportedLngs: [...VOICES],
      load: 'currentOnly',
      fallbackLng: false,
      ns: ['app', 'ui'],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      returnNull: false,
      // Its makers' advertisement in everyone's console.
      showSupportNotice: false,
      react: { useSuspense: true },
    });
  await loadAreas(['app', 'ui']);
}

/**
 * Fetches the words of a page together with its code, so that neither waits for the other.
 * @throws TypeError when they did not come: a page of bare keys helps nobody
 */
export async function loadAreas(areas: readonly Area[]): Promise<void> {
  await i18next.loadNamespaces(areas);
  const missing = areas.filter((area) => !i18next.hasResourceBundle(i18next.language, area));
  if (missing.length > 0) throw new TypeError(`Failed to fetch the words of ${missing.join(', ')}`);
}

function useChosen<T>(read: () => T): T {
  return useSyncExternalStore((changed) => {
    i18next.on('languageChanged', changed);
    return () => {
      i18next.off('languageChanged', changed);
    };
  }, read);
}

/** The language in use. Re-renders its component when another is chosen. */
export function useLanguage(): Language {
  return useChosen(() => languageOf(i18next.language));
}

/** The voice in use: a language, or easy Swedish. */
export function useVoice(): Voice {
  return useChosen(() => (isVoice(i18next.language) ? i18next.language : 'sv'));
}

/** Switches the voice of the whole page and remembers it. */
export async function chooseVoice(voice: Voice): Promise<void> {
  remember(voice);
  await i18next.changeLanguage(voice);
}
