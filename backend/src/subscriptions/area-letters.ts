import { SUBSCRIPTION_LIMITS } from '@lofteskartan/shared/vocabulary';
import { dateWords } from '../platform/mail/date-words.js';
import type { MailBlock } from '../platform/mail/mail-text.js';
import { topicOf } from '../notifications/news.rules.js';
import { type SayOfArea, speakOfAreas } from './area-words.js';
import type { SubscriptionRecord } from './subscription.repository.js';
import { isAnswer } from './subscription.rules.js';
import type { ToldThing } from './told-things.repository.js';

/** What a mail says. */
export interface AreaLetter {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

/** A subscription with the address of its own page and of the municipality's pages. */
export interface LetterOf {
  readonly subscription: SubscriptionRecord;
  readonly own: string;
  readonly page: string;
}

const text = (words: string): MailBlock => ({ type: 'text', text: words });
const link = (label: string, url: string): MailBlock => ({ type: 'link', label, url });
const quote = (words: string): MailBlock => ({ type: 'quote', text: words });

/** The area in words; a point is never told, wherever the mail may be read. */
function areaOf(say: SayOfArea, { position, localityName, municipalityName }: SubscriptionRecord): string {
  if (position) return say('area.point', { name: municipalityName });
  return localityName
    ? say('area.locality', { name: localityName })
    : say('area.municipality', { name: municipalityName });
}

/** Asks whether the address wants it. */
export function confirmAreaLetter({ subscription, own }: LetterOf): AreaLetter {
  const say = speakOfAreas(subscription.language);
  const area = areaOf(say, subscription);
  return {
    subject: say('confirm.subject', { area }),
    blocks: [
      text(say('greeting')),
      text(say('confirm.body', { area, frequency: say(`frequency.${subscription.frequency}`) })),
      link(say('confirm.button'), own),
      text(`${say('confirm.days')} ${say('confirm.notYou')}`),
      { type: 'footer', text: say('noReply') },
    ],
  };
}

/** Hands out the links to all that an address watches. */
export function areaListLetter(all: readonly LetterOf[], { subscription }: LetterOf): AreaLetter {
  const say = speakOfAreas(subscription.language);
  return {
    subject: say('list.subject'),
    blocks: [
      text(say('greeting')),
      text(say('list.body')),
      ...all.flatMap(({ subscription: each, own }) => [
        text(say('list.item', { area: areaOf(say, each), frequency: say(`frequency.${each.frequency}`) })),
        link(say('open'), own),
      ]),
      ...(all.length >= SUBSCRIPTION_LIMITS.areas
        ? [text(say('list.limit', { count: SUBSCRIPTION_LIMITS.areas }))]
        : []),
      text(say('list.notYou')),
      { type: 'footer', text: say('noReply') },
    ],
  };
}

/** Tells what became public, in the order in which it did. */
export function areaNewsLetter(
  { subscription, own, page }: LetterOf,
  things: readonly ToldThing[],
): AreaLetter {
  const { frequency, language } = subscription;
  const say = speakOfAreas(language);
  const area = areaOf(say, subscription);
  const subject =
    frequency === 'weekly'
      ? say('news.subject.weekly', { area })
      : say(things.length === 1 ? 'news.subject.one' : 'news.subject.many', { area, count: things.length });
  return {
    subject,
    blocks: [
      text(say('greeting')),
      text(say(frequency === 'weekly' ? 'news.body.weekly' : 'news.body', { area })),
      ...things.flatMap((thing) => blocksOf(say, thing, { page, language })),
      { type: 'footer', text: say('noReply') },
      { type: 'footer', text: say('why', { area }), url: own },
    ],
  };
}

function blocksOf(
  say: SayOfArea,
  thing: ToldThing,
  { page, language }: { page: string; language: SubscriptionRecord['language'] },
): MailBlock[] {
  switch (thing.type) {
    case 'proposal':
      return [
        text(headOf(say, thing)),
        ...(thing.description ? [quote(thing.description)] : []),
        link(
          say('open.proposal', { reference: thing.reference }),
          `${page}/forslag/${encodeURIComponent(thing.reference)}`,
        ),
      ];
    case 'answer':
      return [
        text(`${headOf(say, thing)} ${sentenceOf(say, thing)}`),
        ...saidBy(say, thing),
        link(
          say('open.proposal', { reference: thing.reference }),
          `${page}/forslag/${encodeURIComponent(thing.reference)}`,
        ),
      ];
    case 'activity':
      return [
        text(say('activity', { date: dateWords(thing.occurredOn, language), commitment: thing.commitment })),
        ...saidBy(say, thing),
        link(say('open.activity'), `${page}/lofte/${encodeURIComponent(thing.slug)}`),
      ];
    case 'follow-up':
      return [
        text(say('follow-up', { date: dateWords(thing.asOf, language) })),
        link(say('open.follow-up'), `${page}/lofte/uppfoljning/${thing.asOf}`),
      ];
    case 'dialogue':
    case 'dialogue-cancelled':
      return [
        text(dialogueHead(say, thing, language)),
        quote(thing.words),
        link(say(`open.${thing.type}`), `${page}/dialoger/${encodeURIComponent(thing.reference)}`),
      ];
  }
}

function dialogueHead(
  say: SayOfArea,
  { type, title, on, at, venue }: Extract<ToldThing, { type: 'dialogue' | 'dialogue-cancelled' }>,
  language: SubscriptionRecord['language'],
): string {
  const words = { title, date: dateWords(on, language), time: at };
  return venue === null ? say(`${type}.online`, words) : say(type, { ...words, venue });
}

type ToldOfProposal = Extract<ToldThing, { type: 'proposal' | 'answer' }>;
type ToldAnswer = Extract<ToldThing, { type: 'answer' }>;

function headOf(say: SayOfArea, { type, reference, kind, where }: ToldOfProposal): string {
  const words = { reference, kind: say(`kind.${kind}`) };
  return where ? say(`${type}.where`, { ...words, where }) : say(type, words);
}

/** What the answer comes to; one that lacks what it names says only that there is one. */
function sentenceOf(
  say: SayOfArea,
  { event, toStatus, publicText, kind, commitment, responsible }: ToldAnswer,
): string {
  const topic = topicOf({ type: event, toStatus, publicText, kind });
  switch (topic) {
    case 'committed': {
      if (!commitment) return say('answer.answered');
      const sentence = say('answer.committed', { commitment });
      return kind === 'speed-check' ? `${sentence} ${say('answer.committed.check')}` : sentence;
    }
    case 'referred':
      return responsible ? say('answer.referred', { responsible }) : say('answer.answered');
    case 'planned':
    case 'answered':
    case 'declined':
    case 'done':
      return say(`answer.${topic}`);
    case 'measure':
      return say('answer.done');
    default:
      return say(isAnswer(topic) ? 'answer.message' : 'answer.answered');
  }
}

function saidBy(
  say: SayOfArea,
  { publicText, organisation }: { readonly publicText: string | null; readonly organisation: string | null },
): MailBlock[] {
  if (!publicText) return [];
  return [text(organisation ? say('writes', { organisation }) : say('words')), quote(publicText)];
}
