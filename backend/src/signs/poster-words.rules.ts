import type { PosterVoice } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type { Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';

/** What a poster says. */
export interface PosterWords {
  readonly language: 'sv' | 'en';
  readonly municipality: string;
  readonly eyebrow: string;
  readonly title: string;
  readonly purpose: string;
  readonly day: string;
  readonly time: string;
  /** The place, and that it is held online. */
  readonly where: readonly string[];
  readonly influence: string;
  readonly levelMeaning: string;
  /** What one needs to know to come: each with its name. */
  readonly practical: readonly { readonly name: string; readonly text: string }[];
  readonly ask: string;
  readonly how: string;
  readonly link: string;
}

interface Words {
  readonly eyebrow: string;
  readonly influence: string;
  readonly accessibility: string;
  readonly interpreter: string;
  readonly transport: string;
  readonly ask: string;
  readonly askAndSignUp: string;
  readonly how: string;
  readonly online: string;
  readonly time: (from: string, to: string) => string;
}

const voices: Readonly<Record<PosterVoice, Words>> = {
  sv: {
    eyebrow: 'Välkommen till medborgardialog',
    influence: 'Vad du kan påverka',
    accessibility: 'Tillgänglighet',
    interpreter: 'Tolk',
    transport: 'Ta dig hit',
    ask: 'Läs mer och skicka in en fråga',
    askAndSignUp: 'Anmäl dig och skicka in en fråga',
    how: 'Rikta telefonens kamera mot rutan, eller skriv adressen.',
    online: 'Du kan också vara med på nätet',
    time: (from, to) => `Klockan ${from}–${to}`,
  },
  en: {
    eyebrow: 'Welcome to a public dialogue',
    influence: 'What you can influence',
    // These are written in Swedish alone.
    accessibility: 'Accessibility (in Swedish)',
    interpreter: 'Interpreter (in Swedish)',
    transport: 'Getting here (in Swedish)',
    ask: 'Read more and send in a question',
    askAndSignUp: 'Sign up and send in a question',
    how: 'Point your phone’s camera at the square, or type the address.',
    online: 'You can also take part online',
    time: (from, to) => `${from}–${to}`,
  },
  easy: {
    eyebrow: 'Kom på möte!',
    influence: 'Det här kan du vara med och bestämma',
    accessibility: 'Komma in',
    interpreter: 'Hjälp med språket',
    transport: 'Hitta hit',
    ask: 'Läs mer. Ställ en fråga.',
    askAndSignUp: 'Säg att du kommer. Ställ en fråga.',
    how: 'Håll telefonen framför rutan. Då öppnas sidan.',
    online: 'Du kan också vara med på nätet',
    time: (from, to) => `Klockan ${from} till ${to}`,
  },
};

const zone = 'Europe/Stockholm';

/** What a poster says in a voice. Where nobody wrote other words, it says the Swedish ones. */
export function posterWords(
  dialogue: Medborgardialog,
  voice: PosterVoice,
  { municipality, link }: { readonly municipality: string; readonly link: string },
): PosterWords {
  const words = voices[voice];
  const language = voice === 'en' ? 'en' : 'sv';
  const locale = language === 'en' ? 'en-GB' : 'sv-SE';
  const said = (voice === 'easy' && dialogue.easy) || dialogue;
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
  const clock = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const time = (moment: string): string => {
    const text = clock.format(new Date(moment));
    return language === 'sv' ? text.replace(':', '.') : text;
  };
  const { venue, onlineUrl, startsAt, endsAt } = dialogue;
  const dayText = day.format(new Date(startsAt));
  return {
    language,
    municipality,
    eyebrow: words.eyebrow,
    title: said.title,
    purpose: said.purpose,
    day: `${dayText.charAt(0).toUpperCase()}${dayText.slice(1)}`,
    time: words.time(time(startsAt), time(endsAt)),
    where: [...(venue === null ? [] : [venue]), ...(onlineUrl === null ? [] : [words.online])],
    influence: words.influence,
    levelMeaning: said.levelMeaning,
    practical: (['accessibility', 'interpreter', 'transport'] as const).flatMap((name) => {
      const text = dialogue[name];
      return text === null ? [] : [{ name: words[name], text }];
    }),
    ask: dialogue.needsSignUp ? words.askAndSignUp : words.ask,
    how: words.how,
    link,
  };
}
