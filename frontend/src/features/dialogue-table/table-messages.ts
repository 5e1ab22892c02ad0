import type { AddPaperQuestion } from '@lofteskartan/shared/contracts/medborgardialog-paper-questions';
import type {
  AddNote,
  DialoguePaper,
  PaperStatement,
  SavePaperVotes,
  VoteCounts,
} from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type { AddStatement } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import type { Waiting } from '../../platform/device-queue.js';

/** What can be written down from a table, in the order in which it is offered. */
const TABLE_KINDS = ['note', 'question', 'subject', 'statement', 'votes'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** What is written down from a table, and waits on the device until the server has it. */
export interface TableMessage extends Waiting {
  /** The reference of the dialogue. */
  readonly dialogue: string;
  /** The table; '' for loose papers. */
  readonly table: string;
  /** What it says, for who reads what waits. */
  readonly name: string;
  readonly what:
    | { readonly kind: 'note'; readonly body: AddNote }
    | { readonly kind: 'question'; readonly body: AddPaperQuestion }
    | { readonly kind: 'statement'; readonly body: AddStatement }
    | { readonly kind: 'votes'; readonly body: SavePaperVotes };
}

/** A dialogue as it lies on a device: what is needed to write down what the tables say, and no more. */
export interface TableKit {
  readonly reference: string;
  readonly account: string;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly title: string;
  /** Whether notes and votes may be kept. */
  readonly mayChange: boolean;
  /** Whether questions, subjects and statements may be typed in. */
  readonly mayTypeIn: boolean;
  readonly statements: readonly PaperStatement[];
}

/** What of a dialogue is carried along. */
export function kitOf(paper: DialoguePaper, account: string, now: number): TableKit {
  const { reference, title, mayChange, mayTypeIn, statements } = paper;
  return {
    reference,
    account,
    savedAt: new Date(now).toISOString(),
    title,
    mayChange,
    mayTypeIn,
    statements,
  };
}

/** What can be written down now. */
export const kindsOf = ({ mayChange, mayTypeIn }: Pick<TableKit, 'mayChange' | 'mayTypeIn'>): TableKind[] =>
  TABLE_KINDS.filter((kind) => (kind === 'note' || kind === 'votes' ? mayChange : mayTypeIn));

/** Which page of the form a message belongs to. */
export function kindOf({ what }: TableMessage): TableKind {
  return what.kind === 'question' ? what.body.kind : what.kind;
}

/** Votes of a table replace those that wait before them: they are sent in their order. */
export function needsEarlierVotes(message: TableMessage, other: TableMessage): boolean {
  if (message.what.kind !== 'votes' || other.what.kind !== 'votes') return false;
  const isSame =
    message.what.body.statementId === other.what.body.statementId && message.table === other.table;
  return isSame && other.savedAt < message.savedAt;
}

const countsOf = ({ agree, disagree, pass }: VoteCounts): VoteCounts => ({ agree, disagree, pass });
const isNone = ({ agree, disagree, pass }: VoteCounts): boolean => agree + disagree + pass === 0;

/** The votes of a table on a statement, as the server will know them once what waits has been sent; null for none. */
export function votesOf(
  kit: TableKit,
  messages: readonly TableMessage[],
  { statementId, table }: { readonly statementId: string; readonly table: string },
): VoteCounts | null {
  const waiting = messages
    .filter(({ dialogue, refusal }) => dialogue === kit.reference && refusal === null)
    .flatMap(({ what }) => (what.kind === 'votes' ? [what.body] : []))
    .filter((body) => body.statementId === statementId && body.table === table)
    .at(-1);
  if (waiting) return isNone(waiting) ? null : countsOf(waiting);
  const statement = kit.statements.find(({ id }) => id === statementId);
  const known = statement?.votes.find((each) => each.table === table);
  return known ? countsOf(known) : null;
}

/** What was typed in for a statement. */
export type TypedCounts = Readonly<Record<'agree' | 'disagree' | 'pass', string>>;

export const typedOf = (counts: VoteCounts | null): TypedCounts => ({
  agree: counts ? String(counts.agree) : '',
  disagree: counts ? String(counts.disagree) : '',
  pass: counts ? String(counts.pass) : '',
});

/** What is sent of what was typed: null where nothing is otherwise than before. Empty fields are noughts. */
export function changedVotes(typed: TypedCounts, known: VoteCounts | null): VoteCounts | null {
  const counts = { agree: Number(typed.agree), disagree: Number(typed.disagree), pass: Number(typed.pass) };
  const before = known ?? { agree: 0, disagree: 0, pass: 0 };
  const isSame =
    counts.agree === before.agree && counts.disagree === before.disagree && counts.pass === before.pass;
  return isSame ? null : counts;
}

/** Whether what was typed are counts. */
export const areCounts = ({ agree, disagree, pass }: TypedCounts, most: number): boolean =>
  [agree, disagree, pass].every((text) => /^\d*$/.test(text.trim()) && Number(text) <= most);

/** When something was said, ISO 8601: a note that is corrected keeps its moment. */
export function writtenAtOf(corrected: TableMessage | null, now: number): string {
  return corrected?.what.kind === 'note' ? corrected.what.body.writtenAt : new Date(now).toISOString();
}
