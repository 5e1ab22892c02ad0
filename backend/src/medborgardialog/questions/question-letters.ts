import type { MailBlock } from '../../platform/mail/mail-text.js';
import type { QuestionContactRecord } from './question-contact.repository.js';
import type { QuestionRecord } from './question-record.js';
import type { QuestionNews } from './question.rules.js';
import { type SayOfQuestion, speakOfQuestions } from './question-words.js';
import { shownText } from './question.view.js';

/** What a mail says. */
export interface QuestionLetter {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

/** What every letter is about: the question of the contact, and where its addresses begin. */
export interface QuestionLetterFacts {
  readonly contact: QuestionContactRecord;
  readonly question: QuestionRecord;
  /** The address of the municipality's pages. */
  readonly page: string;
  /** For the links in the mail's fragments. */
  readonly confirmToken: string;
  readonly stopToken: string;
  /** For the sender's own page; null for a supporter. */
  readonly followToken: string | null;
}

const text = (words: string): MailBlock => ({ type: 'text', text: words });
const link = (label: string, url: string): MailBlock => ({ type: 'link', label, url });
const quote = (words: string): MailBlock => ({ type: 'quote', text: words });

/** Asks whether the address is theirs. Not a word of the question: the mailbox may be somebody else's. */
export function confirmQuestionLetter({
  contact,
  question,
  page,
  confirmToken,
}: QuestionLetterFacts): QuestionLetter {
  const say = speakOfQuestions(contact.language);
  const { reference } = question;
  return {
    subject: say('confirm.subject', { reference }),
    blocks: [
      text(say('greeting')),
      text(say(`confirm.${contact.role}`, { reference, title: question.dialogueTitle })),
      link(say('confirm.button'), `${page}/fraga/bekrafta#${confirmToken}`),
      text(`${say('confirm.days')} ${say('confirm.notYou')}`),
      { type: 'footer', text: say('noReply') },
    ],
  };
}

/** Tells what happened. @param leader the question with which it is answered: itself when it was not gathered */
export function questionNewsLetter(
  { contact, question, page, stopToken, followToken }: QuestionLetterFacts,
  { type, at }: { readonly type: QuestionNews; readonly at: Date },
  leader: QuestionRecord,
): QuestionLetter {
  const say = speakOfQuestions(contact.language);
  const { reference } = question;
  const address = `${page}/fraga/${encodeURIComponent(reference)}`;
  return {
    subject: say(`subject.${type}`, { reference }),
    blocks: [
      text(say('greeting')),
      text(say(`about.${contact.role}`, { reference, title: question.dialogueTitle })),
      ...(contact.role === 'sender' ? [quote(question.text)] : quotedWhenShown(question, leader)),
      ...newsBlocks(say, type, question, leader),
      ...(type === 'gathered' && leader.answeredAt && leader.answeredAt <= at
        ? answerBlocks(say, leader)
        : []),
      link(say(`open.${contact.role}`), followToken ? `${address}/folj#${followToken}` : address),
      ...(followToken ? [text(say('private'))] : []),
      { type: 'footer', text: say('noReply') },
      { type: 'footer', text: say('stop', { reference }), url: `${page}/fraga/avsluta#${stopToken}` },
    ],
  };
}

/** What a supporter reads of the question: only what everyone does. */
function quotedWhenShown(question: QuestionRecord, leader: QuestionRecord): MailBlock[] {
  return question.status === 'published' ? [quote(shownText(question))] : [quote(shownText(leader))];
}

function newsBlocks(
  say: SayOfQuestion,
  type: QuestionNews,
  question: QuestionRecord,
  leader: QuestionRecord,
): MailBlock[] {
  switch (type) {
    case 'published':
      return question.editedText === null
        ? [text(say('news.published'))]
        : [text(say('news.published')), text(say('news.edited')), quote(question.editedText)];
    case 'refused':
      return [text(say('news.refused')), quote(question.refusedText ?? '')];
    case 'gathered':
      return [text(say('news.gathered', { leader: leader.reference })), quote(shownText(leader))];
    case 'ungathered':
      return [text(say('news.ungathered'))];
    case 'cancelled':
      return [text(say('news.cancelled')), quote(question.cancelledReason ?? '')];
    case 'answered':
      return answerBlocks(say, leader);
  }
}

const answerBlocks = (say: SayOfQuestion, { answerText, answerOutcome }: QuestionRecord): MailBlock[] => [
  text(say('news.answered')),
  quote(answerText ?? ''),
  ...(answerOutcome ? [text(say(`outcome.${answerOutcome}`))] : []),
];
