import type { Language } from '@lofteskartan/shared/vocabulary';

/** Why the house itself answers a proposal. */
export type HouseAnswer = 'no-reply' | 'wish-lapsed' | 'promise-ended';

/**
 * What everyone reads when the house itself ends a proposal, in the proposal's language. The words claim nothing about checks:
 * there may be one that is not public yet.
 */
export const houseWords: Readonly<Record<HouseAnswer, Readonly<Record<Language, string>>>> = {
  'no-reply': {
    sv: 'Tack för att du hörde av dig. Vi behöver veta lite mer för att komma vidare, och har inte fått veta det än. Därför avslutar vi förslaget så länge. Du är välkommen att skicka in det igen när du vill.',
    en: 'Thank you for getting in touch. We need to know a little more to go on, and have not heard it yet. So we close the proposal for now. You are welcome to send it in again whenever you like.',
  },
  'wish-lapsed': {
    sv: 'Ett önskemål om en hastighetskontroll gäller i tolv månader, så att vi väljer bland platser där problemet finns nu. Den tiden har gått ut, och därför avslutar vi önskemålet. Är problemet kvar? Skicka in ett nytt önskemål, så är platsen med igen.',
    en: 'A wish for a speed check holds for twelve months, so that we choose among places where the problem is now. That time is over, and so we close the wish. Is the problem still there? Send in a new wish, and the place is among them again.',
  },
  'promise-ended': {
    sv: 'Löftet som önskemålet hörde till har tagit slut, och därför avslutar vi önskemålet. Är problemet kvar? Skicka in ett nytt önskemål, så tar vi med det i arbetet framåt.',
    en: 'The promise that this wish belonged to has ended, and so we close the wish. Is the problem still there? Send in a new wish, and we take it along in the work ahead.',
  },
};

/** What everyone reads when a measure that they were told of was reported by mistake and is taken back, and nothing else changes. */
export const measureNotDone: Readonly<Record<Language, string>> = {
  sv: 'Vi skrev av misstag att något var gjort här. Det stämde inte.',
  en: 'We wrote by mistake that something had been done here. That was not so.',
};

/** What everyone reads when a measure that ended a proposal was reported by mistake and is taken back. */
export const mistakenMeasure: Readonly<Record<Language, string>> = {
  sv: 'Vi skrev av misstag att något var gjort här. Det stämde inte, och därför är förslaget öppet igen.',
  en: 'We wrote by mistake that something had been done here. That was not so, and the proposal is open again.',
};
