import type {
  QuestionEventType,
  QuestionOutcome,
  QuestionStatus,
} from '@lofteskartan/shared/medborgardialog-questions';
import type { PersonalDataFinding } from '@lofteskartan/shared/contracts/proposals';
import { findPersonalData } from '@lofteskartan/shared/personal-data';
import { REFERENCE_ALPHABET } from '@lofteskartan/shared/vocabulary';

/** `F` and five characters that cannot be mistaken for each other. @param random a whole number below its argument */
export function makeQuestionReference(random: (below: number) => number): string {
  const characters = Array.from({ length: 5 }, () =>
    REFERENCE_ALPHABET.charAt(random(REFERENCE_ALPHABET.length)),
  );
  return `F${characters.join('')}`;
}

/** What somebody does with a question. */
export type QuestionAct = 'publish' | 'edit' | 'refuse' | 'gather' | 'separate' | 'withdraw' | 'answer';

const from: Readonly<Record<QuestionAct, readonly QuestionStatus[]>> = {
  publish: ['received', 'refused'],
  edit: ['received', 'published', 'refused', 'gathered'],
  refuse: ['received', 'published', 'gathered'],
  gather: ['received', 'published'],
  separate: ['gathered'],
  withdraw: ['received', 'published', 'gathered'],
  answer: ['published'],
};

/** What a question is when something is to be done with it. */
export interface QuestionStanding {
  readonly status: QuestionStatus;
  /** Whether it, or the question with which it was gathered, has an answer. */
  readonly isAnswered: boolean;
}

/** Why something cannot be done with a question, or null. What was answered stays asked and shown. */
export function whyNot(act: QuestionAct, { status, isAnswered }: QuestionStanding): 'question.notNow' | null {
  const staysAsAnswered = isAnswered && (act === 'refuse' || act === 'gather' || act === 'withdraw');
  return from[act].includes(status) && !staysAsAnswered ? null : 'question.notNow';
}

/** What a question is that was taken out of another: what it was before. */
export const statusAlone = ({ publishedAt }: { readonly publishedAt: Date | null }): QuestionStatus =>
  publishedAt ? 'published' : 'received';

/** A question and the one that it would be gathered with. */
interface Gathering {
  readonly id: string;
  readonly dialogueId: string;
  readonly target: {
    readonly id: string;
    readonly dialogueId: string;
    readonly status: QuestionStatus;
  } | null;
  /** The questions that the target leads to, itself first. */
  readonly leaders: readonly string[];
}

/** What is wrong with the question to gather with, or null. Only what everyone can read can stand for another. */
export function faultOfTarget({ id, dialogueId, target, leaders }: Gathering): 'notFound' | 'circle' | null {
  if (target?.dialogueId !== dialogueId) return 'notFound';
  if (leaders.includes(id)) return 'circle';
  return target.status === 'published' ? null : 'notFound';
}

/** A text as it is to be kept. */
export const tidy = (text: string): string => text.normalize('NFC').trim();

/** What in a text looks like personal data; a human decides. */
export const personalDataIn = (text: string): PersonalDataFinding[] =>
  findPersonalData(text).map((stretch) => ({ field: 'text', ...stretch }));

/** What an edit comes to: the words that are shown instead of those that were sent; null takes an edit back. */
export function editOf(
  { text, editedText }: { readonly text: string; readonly editedText: string | null },
  written: string,
): { readonly editedText: string | null; readonly before: string; readonly after: string } | 'unchanged' {
  const after = tidy(written);
  const before = editedText ?? text;
  return after === before ? 'unchanged' : { editedText: after === text ? null : after, before, after };
}

/** Whether an answer says something else than the one that stands. */
export function isNewAnswer(
  {
    answerText,
    answerOutcome,
  }: { readonly answerText: string | null; readonly answerOutcome: string | null },
  given: { readonly publicText: string; readonly outcome: QuestionOutcome },
): boolean {
  return answerText !== given.publicText || answerOutcome !== given.outcome;
}

const everyones: readonly QuestionEventType[] = ['received', 'published', 'edited', 'answered', 'cancelled'];

/** Whether everyone may read of an event on a question that is shown. How it was once refused is its sender's affair. */
export const isPublicEvent = (type: QuestionEventType): boolean => everyones.includes(type);

/** Which events people are written to about; a change of words and a withdrawal are on the sender's own page. */
export type QuestionNews = Extract<
  QuestionEventType,
  'published' | 'refused' | 'gathered' | 'ungathered' | 'answered' | 'cancelled'
>;

const news: readonly QuestionEventType[] = [
  'published',
  'refused',
  'gathered',
  'ungathered',
  'answered',
  'cancelled',
];

/** Whether people are written to about an event. */
export const isNews = (type: QuestionEventType): type is QuestionNews => news.includes(type);

/** What a question is by now, when a mail about an event leaves. */
export interface NewsStanding {
  readonly status: QuestionStatus;
  readonly isAnswered: boolean;
}

/** Whether a mail about an event still says what is true: what staff took back before it left is told to nobody. */
export function isStillNews(type: QuestionNews, { status, isAnswered }: NewsStanding): boolean {
  if (type === 'answered') return isAnswered;
  if (type === 'ungathered' || type === 'cancelled') return status === 'published' || status === 'received';
  return status === type;
}

/**
 * Who is written to: an answer, or that none will come, goes to all who asked, a gathering to those of that question, a decision about words
 * to their sender. A gathering with one that is answered brings the answer.
 */
export function audienceOf(type: QuestionNews, isAnswered = false): 'sender' | 'question' | 'case' {
  if (type === 'answered' || type === 'cancelled' || (type === 'gathered' && isAnswered)) return 'case';
  return type === 'gathered' || type === 'ungathered' ? 'question' : 'sender';
}

const monthMs = 30 * 86_400_000;

/**
 * Before when a dialogue has to have told its answers, or to have been called off, for its addresses to be forgotten. An answer can be
 * corrected, and is told again, for as long as the dialogue is followed up: twelve months. One that was called off has told so within
 * days. Whoever waits for an answer is waited with: what was not reported yet forgets nobody.
 */
export const addressesKeptSince = (now: Date): { readonly reported: Date; readonly cancelled: Date } => ({
  reported: new Date(now.getTime() - 13 * monthMs),
  cancelled: new Date(now.getTime() - monthMs),
});

/** How many mails that ask for a yes one address may be sent in a day, whoever asks for them. */
export const confirmAllowance = (now: Date): { readonly mails: number; readonly since: Date } => ({
  mails: 5,
  since: new Date(now.getTime() - 86_400_000),
});
