import type { DialogueReport } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { PointStanding } from '@lofteskartan/shared/medborgardialog-outcomes';
import type { FollowUp } from '@lofteskartan/shared/contracts/follow-ups';
import type { Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import type { Commitment, Medborgarlofte, Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import {
  dayInWords,
  expectedInWords,
  figureInWords,
  paceInWords,
} from '../medborgarlofte/progress-words.rules.js';

/** What a page says about itself in words; all of it stands in a public answer. */
export interface ShareWords {
  readonly title: string;
  readonly description: string;
}

const kinds: Readonly<Record<ProposalKind, string>> = {
  'speed-check': 'Önskemål om hastighetskontroll',
  'dark-place': 'Otrygg plats',
  idea: 'Idé',
};
const statuses: Readonly<Record<ProposalStory['status'], string>> = {
  received: 'Mottaget',
  'under-review': 'Vi läser och bedömer',
  committed: 'Med i löftet',
  planned: 'Planerat',
  done: 'Gjort',
  answered: 'Besvarat',
  declined: 'Har fått ett nej med förklaring',
  referred: 'Skickat vidare',
  duplicate: 'Samma som ett annat',
  hidden: 'Visas inte',
  withdrawn: 'Tillbakadraget',
};

/** At most so many characters, cut between words. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}

/** "41 av 70, väntat i dag 44." */
export function progressSentence(progress: Progress): string {
  const parts = [figureInWords(progress, 'sv'), expectedInWords(progress, 'sv', 'today')];
  const said = parts.filter((part) => part !== null).join(', ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}. ${paceInWords(progress, 'sv')}.`;
}

/** The commitment that stands for the whole: the one with the largest number. */
export function mainOf<Kind extends { readonly progress: Progress }>(
  commitments: readonly Kind[],
): Kind | null {
  const target = ({ progress }: Kind): number => (progress.type === 'count' ? progress.target : 0);
  return [...commitments].sort((one, other) => target(other) - target(one))[0] ?? null;
}

/** A promise in words. */
export function promiseWords({ title, commitments }: Medborgarlofte): ShareWords {
  const main = mainOf(commitments);
  const most = main ? ` ${main.title}: ${progressSentence(main.progress)}` : '';
  return {
    title,
    description: shortened(`Polisen och kommunen har lovat. Här ser du hur det går.${most}`, 200),
  };
}

/** A commitment in words. */
export function commitmentWords({ title, text, progress }: Commitment): ShareWords {
  return { title, description: shortened(`${progressSentence(progress)} ${text}`, 200) };
}

/** A proposal in words: what it is, where, how far it has come, and its words when they are released. */
export function proposalWords(story: ProposalStory, locality: string | null): ShareWords {
  const road = 'roadName' in story.details ? story.details.roadName : null;
  const where = [story.placeName ?? road, locality].filter(Boolean).join(', ');
  const words = story.description ? ` ${story.description}` : '';
  return {
    title: shortened(where ? `${kinds[story.kind]}: ${where}` : kinds[story.kind], 90),
    description: shortened(`${statuses[story.status]}.${words}`, 200),
  };
}

/** A follow-up in words. */
export function followUpWords({ municipalityName, asOf, items }: FollowUp): ShareWords {
  const behind = items.filter((item) => item.behind).length;
  const deviates =
    behind === 0
      ? 'Inget åtagande avvek från löftet.'
      : `${String(behind)} av ${String(items.length)} åtaganden avvek från löftet.`;
  return {
    title: `Uppföljning av löftet i ${municipalityName}, ${dayInWords(asOf, 'sv')}`,
    description: `Löfte, resultat, avvikelse och nästa steg för varje åtagande. ${deviates}`,
  };
}

/** A medborgardialog in words: when and where, and what it is for; or why it was called off. */
export function dialogueWords({
  title,
  startsAt,
  venue,
  purpose,
  cancelledReason,
}: Pick<Medborgardialog, 'title' | 'startsAt' | 'venue' | 'purpose' | 'cancelledReason'>): ShareWords {
  const when = `${swedishMoment.format(new Date(startsAt))}${venue ? `, ${venue}` : ''}.`;
  const description = cancelledReason === null ? `${when} ${purpose}` : `Inställd: ${cancelledReason}`;
  return { title, description: shortened(description, 200) };
}

/** A post about a medborgardialog: when and where, what it is for, and what those who come can influence. */
export function dialoguePost(
  dialogue: Parameters<typeof dialogueWords>[0] & Pick<Medborgardialog, 'status' | 'levelMeaning'>,
): string {
  const { title, startsAt, venue, purpose, cancelledReason, levelMeaning, status } = dialogue;
  if (cancelledReason !== null) return `${title} är inställd.\n\n${cancelledReason}`;
  const when = `${swedishMoment.format(new Date(startsAt))}${venue ? `, ${venue}` : ''}.`;
  const first =
    status === 'published' || status === 'open' ? `Välkommen! ${title}: ${when}` : `${title}: ${when}`;
  return [first, purpose, levelMeaning].join('\n\n');
}

const standings: Readonly<Record<PointStanding, readonly [one: string, several: string]>> = {
  open: ['utan utfall', 'utan utfall'],
  withdrawn: ['återtagen', 'återtagna'],
  late: ['försenad', 'försenade'],
  'under-way': ['på gång', 'på gång'],
  done: ['klar', 'klara'],
  settled: ['besvarad', 'besvarade'],
};

/** `6 punkter` */
export const pointsInWords = (count: number): string =>
  `${String(count)} ${count === 1 ? 'punkt' : 'punkter'}`;

/** A post about the report of a medborgardialog: how its points stand today, and what those who came were of one mind about. */
export function reportPost({
  title,
  points,
  standings: counted,
  statements,
  summary,
}: Pick<DialogueReport, 'title' | 'points' | 'standings' | 'statements' | 'summary'>): string {
  const told = counted
    .filter(({ points: count }) => count > 0)
    .map(({ standing, points: count }) => `${String(count)} ${standings[standing][count === 1 ? 0 : 1]}`);
  const agreed = statements.filter(({ verdict, share }) => verdict === 'agreed' && (share ?? 0) > 0.5);
  return [
    `Det här blev det av ${title}.`,
    ...(points.length > 0
      ? [`${pointsInWords(points.length)}: ${told.join(', ')}.`]
      : summary
        ? [summary]
        : []),
    ...(agreed.length > 0
      ? [`De flesta höll med om:\n${agreed.map(({ text }) => `– ${text}`).join('\n')}`]
      : []),
  ].join('\n\n');
}

/** @param text what was asked @param dialogue the title of the medborgardialog that it was asked for */
export function questionWords(text: string, dialogue: string): ShareWords {
  return { title: shortened(text, 70), description: `En fråga till ${dialogue}, och vad den ledde till.` };
}

const swedishMoment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});
