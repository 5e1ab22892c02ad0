import type { Language, ListedStatus, ProposalKind } from '@lofteskartan/shared/vocabulary';

/** What the server itself says in feeds and calendars. */
interface FeedWords {
  readonly feed: (area: string) => string;
  readonly feedOfCommitment: (title: string, area: string) => string;
  readonly subtitle: string;
  readonly kinds: Readonly<Record<ProposalKind, string>>;
  readonly statuses: Readonly<Record<ListedStatus, string>>;
  readonly answer: (words: string) => string;
  readonly activity: (title: string, day: string) => string;
  readonly doneBy: (organisation: string) => string;
  readonly followUp: (day: string) => string;
  readonly followUpSummary: string;
  readonly corrected: (count: number) => string;
  readonly calendar: (area: string) => string;
  readonly periodEnds: (title: string) => string;
  readonly stepDue: (step: string) => string;
  readonly dueThisYear: (title: string, due: number, unit: string) => string;
  readonly ofCommitment: (title: string) => string;
  readonly dialogue: (title: string) => string;
  readonly cancelled: (title: string) => string;
  readonly heldOn: (day: string, venue: string | null) => string;
}

const sv: FeedWords = {
  feed: (area) => `Löfteskartan ${area}`,
  feedOfCommitment: (title, area) => `${title} – Löfteskartan ${area}`,
  subtitle: 'Nya förslag, svar, insatser, uppföljningar och medborgardialoger',
  kinds: {
    'speed-check': 'Önskemål om hastighetskontroll',
    'dark-place': 'Mörk eller otrygg plats',
    idea: 'Idé',
  },
  statuses: {
    received: 'Mottaget.',
    'under-review': 'Vi läser och bedömer.',
    committed: 'Med i löftet.',
    planned: 'Planerat.',
    done: 'Gjort.',
    answered: 'Besvarat.',
    declined: 'Har fått ett nej med förklaring.',
    referred: 'Skickat vidare.',
  },
  answer: (words) => `Svar: ${words}`,
  activity: (title, day) => `Insats ${day}: ${title}`,
  doneBy: (organisation) => `Gjord av ${organisation}.`,
  followUp: (day) => `Uppföljning av medborgarlöftet ${day}`,
  followUpSummary: 'Löfte, resultat, avvikelse och nästa steg för varje åtagande.',
  corrected: (count) => (count === 1 ? 'Rättad en gång.' : `Rättad ${count} gånger.`),
  calendar: (area) => `Medborgarlöftet i ${area}`,
  periodEnds: (title) => `Sista dagen för ${title}`,
  stepDue: (step) => `Ska vara klart: ${step}`,
  dueThisYear: (title, due, unit) => `Sista dagen för årets ${due} ${unit}: ${title}`,
  ofCommitment: (title) => `Åtagande: ${title}`,
  dialogue: (title) => `Medborgardialog: ${title}`,
  cancelled: (title) => `Inställd: ${title}`,
  heldOn: (day, venue) => (venue ? `${day}, ${venue}.` : `${day}, på nätet.`),
};

const en: FeedWords = {
  feed: (area) => `Löfteskartan ${area}`,
  feedOfCommitment: (title, area) => `${title} – Löfteskartan ${area}`,
  subtitle: 'New proposals, answers, activities, follow-ups and public dialogues',
  kinds: {
    'speed-check': 'Wish for a speed check',
    'dark-place': 'Dark or unsafe place',
    idea: 'Idea',
  },
  statuses: {
    received: 'Received.',
    'under-review': 'We are reading and considering it.',
    committed: 'Part of the promise.',
    planned: 'Planned.',
    done: 'Done.',
    answered: 'Answered.',
    declined: 'Declined, with the reason.',
    referred: 'Passed on.',
  },
  answer: (words) => `Answer: ${words}`,
  activity: (title, day) => `Done on ${day}: ${title}`,
  doneBy: (organisation) => `By ${organisation}.`,
  followUp: (day) => `Follow-up of the promise as of ${day}`,
  followUpSummary: 'Promise, result, deviation and next step of each commitment.',
  corrected: (count) => (count === 1 ? 'Corrected once.' : `Corrected ${count} times.`),
  calendar: (area) => `The promise in ${area}`,
  periodEnds: (title) => `Last day of ${title}`,
  stepDue: (step) => `Due: ${step}`,
  dueThisYear: (title, due, unit) => `Last day for this year’s ${due} ${unit}: ${title}`,
  ofCommitment: (title) => `Commitment: ${title}`,
  dialogue: (title) => `Public dialogue: ${title}`,
  cancelled: (title) => `Cancelled: ${title}`,
  heldOn: (day, venue) => (venue ? `${day}, ${venue}.` : `${day}, online.`),
};

/** The words by language. */
export const feedWords: Readonly<Record<Language, FeedWords>> = { sv, en };
