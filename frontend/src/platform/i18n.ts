import { LANGUAGES, type Language } from '@lofteskartan/shared/vocabulary';
import i18next, { type BackendModule, type ResourceKey } from 'i18next';
import { useSyncExternalStore } from 'react';
import { initReactI18next } from 'react-i18next';
import { answerIn } from './api.js';
import type { Area } from './i18n-resources.js';

const STORED = 'lofteskartan.language';
const files = import.meta.glob<ResourceKey>('../locales/*/*.json', { import: 'default' });

/** Each area of each language is a file of its own: only what a page needs in the chosen language is fetched. */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, area, answer) {
    const load = files[`../locales/${language}/${area}.json`];
    if (!load) {
      answer(new Error(`No locale file ${language}/${area}`), false);
      return;
    }
    load().then(
      (words) => {
        answer(null, words);
      },
      (error: unknown) => {
        answer(error instanceof Error ? error : new Error(String(error)), false);
      },
    );
  },
};

function isLanguage(text: string | null): text is Language {
  return LANGUAGES.some((language) => language === text);
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** `?lang=` first, then what was chosen before, else Swedish: many phones in Sweden speak English to people who do not. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (isLanguage(asked)) {
    remember(asked);
    return asked;
  }
  const before = stored();
  if (isLanguage(before)) return before;
  return 'sv';
}

function remember(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}

function apply(language: string): void {
  document.documentElement.lang = language;
  answerIn(language);
}

/** Starts i18next with the areas that every page shows. */
export async function startI18n(): Promise<void> {
  const language = firstLanguage();
  apply(language);
  i18next.on('languageChanged', apply);
  await i18next
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: [...LANGUAGES],
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

/** The language in use. Re-renders its component when another is chosen. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (changed) => {
      i18next.on('languageChanged', changed);
      return () => {
        i18next.off('languageChanged', changed);
      };
    },
    () => (isLanguage(i18next.language) ? i18next.language : 'sv'),
  );
}

/** Switches the language of the whole page and remembers it. */
export async function chooseLanguage(language: Language): Promise<void> {
  remember(language);
  await i18next.changeLanguage(language);
}
