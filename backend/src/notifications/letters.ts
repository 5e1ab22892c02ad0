import { OPEN_STATUSES, type Language, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { MailContact } from '../proposals/mail-contacts.service.js';
import { asksSupporters } from '../proposals/outcomes/outcome.rules.js';
import type { IsoDate } from '../platform/dates.js';
import { dateWords } from '../platform/mail/date-words.js';
import type { MailBlock } from '../platform/mail/mail-text.js';
import { speak, type MailWord, type Say } from './mail-words.js';
import type { NewsRow } from './news.repository.js';
import { topicOf, type NewsTopic } from './news.rules.js';

/** What a mail says. */
export interface Letter {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

/** What every letter is about. */
export interface LetterFacts {
  readonly contact: MailContact;
  readonly kind: ProposalKind;
  /** The address of the municipality's pages. */
  readonly page: string;
}

const text = (words: string): MailBlock => ({ type: 'text', text: words });
const link = (label: string, url: string): MailBlock => ({ type: 'link', label, url });

function greeting(say: Say, name: string | null): MailBlock {
  return text(name ? say('greetingName', { name }) : say('greeting'));
}

/** Asks whether the address is theirs. @param until the day until which the link is good */
export function confirmLetter({ contact, kind, page }: LetterFacts, until: IsoDate): Letter {
  const { reference, role } = contact;
  const say = speak(contact.language);
  return {
    subject: say('confirm.subject', { reference }),
    blocks: [
      greeting(say, contact.name),
      text(say(`confirm.${role}`, { what: say(`what.${kind}`), reference })),
      link(say('confirm.button'), `${page}/bekrafta#${contact.confirmToken}`),
      text(`${say('confirm.days', { date: dateWords(until, contact.language) })} ${say('confirm.notYou')}`),
      { type: 'footer', text: say('noReply') },
    ],
  };
}

/** Hands out the link to one's own proposals. */
export function ownProposalsLetter(
  { contact, page }: LetterFacts,
  token: string,
  language: Language,
): Letter {
  const say = speak(language);
  return {
    subject: say('own.subject'),
    blocks: [
      greeting(say, contact.name),
      text(say('own.body')),
      link(say('own.button'), `${page}/mina#${token}`),
      text(`${say('own.hours')} ${say('own.notYou')}`),
      { type: 'footer', text: say('noReply') },
    ],
  };
}

/** What the links of a letter that tells news open. */
export interface NewsTokens {
  /** The sender’s own page; null for a supporter. */
  readonly followToken: string | null;
  /** Where a supporter says how it is now; null for a sender. */
  readonly outcomeToken: string | null;
}

/** Tells what happened, oldest first; who sent or supported an unsafe place is asked how it is now. */
export function newsLetter(
  { contact, kind, page }: LetterFacts,
  items: readonly NewsRow[],
  { followToken, outcomeToken }: NewsTokens,
): Letter {
  const { reference, role, language } = contact;
  const say = speak(language);
  const what = say(`what.${kind}`);
  const asks = outcomeToken !== null && items.some((item) => asksAfter(kind, item));
  const own = `${page}/folj/${encodeURIComponent(reference)}#${followToken ?? ''}`;
  return {
    subject: subjectOf(say, items, reference),
    blocks: [
      greeting(say, contact.name),
      text(say(`about.${role}`, { what, reference })),
      ...items.flatMap((item) => newsBlocks(say, item, contact)),
      ...(asks
        ? [text(say('safety')), link(say('safety.button'), `${page}/hur-kanns-det#${outcomeToken}`)]
        : []),
      items.some((item) => topicOf(item) === 'withdrawn')
        ? link(say('open.others'), `${page}/karta`)
        : link(say(`open.${role}`), followToken ? own : `${page}/forslag/${encodeURIComponent(reference)}`),
      ...(followToken && items.some(isAnEnd) ? [text(say('helped'))] : []),
      ...(followToken ? [text(say('private'))] : []),
      { type: 'footer', text: say('noReply') },
      {
        type: 'footer',
        text: say(`stop.${role}`, { reference }),
        url: `${page}/avsluta#${contact.stopToken}`,
      },
    ],
  };
}

/** What ends a proposal: afterwards its sender may say whether it helped. */
const ends: readonly NewsTopic[] = ['answered', 'declined', 'activity', 'measure', 'check', 'done'];
/** After what supporters are asked how it is now. */
const acts: readonly NewsTopic[] = ['activity', 'measure', 'done'];

/** Whether a supporter is asked after a piece of news: by the rule of the pages where they answer. What was gathered has ended with its case. */
function asksAfter(kind: ProposalKind, item: NewsRow): boolean {
  const topic = topicOf(item);
  if (topic === null || !acts.includes(topic) || item.toStatus === null) return false;
  return asksSupporters(kind, item.toStatus === 'duplicate' ? 'done' : item.toStatus, true);
}

/** A measure after which more is to come: nobody is asked yet. */
const leavesOpen = ({ type, toStatus }: NewsRow): boolean =>
  type === 'measure-done' && OPEN_STATUSES.some((status) => status === toStatus);

function isAnEnd(item: NewsRow): boolean {
  const topic = topicOf(item);
  return topic !== null && ends.includes(topic) && !leavesOpen(item);
}

function subjectOf(say: Say, items: readonly NewsRow[], reference: string): string {
  const [first] = items;
  const topic = items.length === 1 && first ? topicOf(first) : null;
  return topic
    ? say(`subject.one.${topic}`, { reference })
    : say('subject.many', { count: items.length, reference });
}

function newsBlocks(say: Say, item: NewsRow, { role, language }: MailContact): MailBlock[] {
  const topic = topicOf(item);
  if (!topic) return [];
  const { commitment, responsible, leader, occurredOn, organisation, publicText } = item;
  const sentence = say(sentenceOf(topic, item, role === 'supporter'), {
    commitment: commitment ?? '',
    responsible: responsible ?? '',
    leader: leader ?? '',
    date: occurredOn ? dateWords(occurredOn, language) : '',
  });
  return [
    text(sentence),
    ...(topic === 'committed' && item.kind === 'speed-check' ? [text(say('news.committed.check'))] : []),
    ...(publicText
      ? [
          text(organisation ? say('writes', { organisation }) : say('words')),
          { type: 'quote' as const, text: publicText },
        ]
      : []),
  ];
}

/** The sentence of a topic; one that lacks what it names says only that there is something new. */
function sentenceOf(topic: NewsTopic, item: NewsRow, forSupporter: boolean): MailWord {
  switch (topic) {
    case 'committed':
      return item.commitment ? 'news.committed' : 'news.answered';
    case 'referred':
      return item.responsible ? 'news.referred' : 'news.answered';
    case 'gathered':
      return item.leader ? 'news.gathered' : 'news.message';
    case 'activity':
    case 'measure':
    case 'check':
      if (!item.occurredOn) return 'news.done';
      return forSupporter ? `news.${topic}.supporter` : `news.${topic}`;
    default:
      return `news.${topic}`;
  }
}
