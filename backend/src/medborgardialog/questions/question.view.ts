import type {
  WorkQuestion,
  WorkQuestionEvent,
} from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type {
  DialogueOfQuestion,
  PublicQuestion,
  QuestionAnswer,
  QuestionBrief,
  QuestionEvent,
  QuestionRefused,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type { QuestionSupport } from '@lofteskartan/shared/medborgardialog-questions';
import { whyNotAwait } from '../medborgardialog.rules.js';
import type { QuestionEventRow } from './question-event.repository.js';
import type { ListedQuestion, WorkedQuestion } from './question-list.repository.js';
import type { QuestionRecord } from './question-record.js';

/** The words that everyone reads. */
export const shownText = ({ text, editedText }: Pick<QuestionRecord, 'text' | 'editedText'>): string =>
  editedText ?? text;

/** A published question as everyone sees it: nothing of its sender, nothing of those that were gathered but how many they are. */
export function publicQuestion(question: ListedQuestion): Pick<PublicQuestion, keyof PublicQuestion> {
  const { reference, kind, supportCount, gatheredCount, editedText, publishedAt } = question;
  return {
    reference,
    kind,
    text: shownText(question),
    edited: editedText !== null,
    supportCount,
    gatheredCount,
    support: supportOf(question),
    answer: answerOf(question),
    publishedAt: (publishedAt ?? question.askedAt).toISOString(),
  };
}

/** Whether one can say of a question that one wants an answer too, as it is refused when one does. */
function supportOf(question: ListedQuestion): QuestionSupport {
  const refusal = whyNotAwait(question);
  if (refusal === null) return 'open';
  return refusal === 'dialogue.cancelled' ? 'cancelled' : 'over';
}

/** A question in a line. */
export const briefOf = (question: QuestionRecord): QuestionBrief => ({
  reference: question.reference,
  text: shownText(question),
  supportCount: question.supportCount,
});

/** The dialogue of a question. */
export const dialogueOf = ({
  dialogue,
  dialogueTitle,
  municipality,
  startsAt,
  dialogueStatus,
}: QuestionRecord): DialogueOfQuestion => ({
  reference: dialogue,
  title: dialogueTitle,
  municipality,
  startsAt: startsAt.toISOString(),
  isCancelled: dialogueStatus === 'cancelled',
});

/** The answer of a question, or null. */
export function answerOf({ answerText, answerOutcome, answeredAt }: QuestionRecord): QuestionAnswer | null {
  return answerText !== null && answerOutcome && answeredAt
    ? { text: answerText, outcome: answerOutcome, at: answeredAt.toISOString() }
    : null;
}

/** Why it is not shown, or null. */
export function refusalOf({ refusedReason, refusedText }: QuestionRecord): QuestionRefused | null {
  return refusedReason && refusedText !== null ? { reason: refusedReason, text: refusedText } : null;
}

/** An event without who did it and why. */
export const eventOf = ({ type, at }: QuestionEventRow): QuestionEvent => ({ type, at: at.toISOString() });

/** An event as staff read it. */
export const staffEventOf = ({ at, ...event }: QuestionEventRow): WorkQuestionEvent => {
  const { type, actor, reason, before, after } = event;
  return { type, at: at.toISOString(), actor, reason, before, after };
};

/** A question as staff work with it. */
export function workQuestion(question: WorkedQuestion): Pick<WorkQuestion, keyof WorkQuestion> {
  return {
    reference: question.reference,
    kind: question.kind,
    status: question.status,
    source: question.source,
    table: question.table,
    text: question.text,
    shownText: question.editedText,
    editedReason: question.editedReason,
    personalData: question.personalData,
    blockedWords: question.blockedWords,
    supportCount: question.supportCount,
    gatheredInto: question.intoReference,
    gathered: question.gathered,
    refusal: refusalOf(question),
    answer: answerOf(question),
    version: question.version,
    askedAt: question.askedAt.toISOString(),
    publishedAt: question.publishedAt?.toISOString() ?? null,
  };
}
