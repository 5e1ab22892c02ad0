import type { LiveDialogue, StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { STATEMENT_VERDICTS, type StatementVerdict } from '@lofteskartan/shared/medborgardialog-live';

/** What the big screen is about just now. */
export type Stage = 'waiting' | 'question' | 'statements' | 'pins' | 'questions' | 'over';

/** A question that is being answered comes before all; then what people are asked to do, and else their questions. */
export function stageOf({ dialogue, questions, statements, pins }: LiveDialogue): Stage {
  if (dialogue.status === 'draft' || dialogue.status === 'published') return 'waiting';
  if (dialogue.status !== 'open') return 'over';
  if (questions.current !== null) return 'question';
  if (statements.length > 0) return 'statements';
  return pins.prompt === null ? 'questions' : 'pins';
}

/** Results by what they say: what people agree on first, then what divides them. Lists without any are left out. */
export function byVerdict(
  results: readonly StatementResult[],
): { readonly verdict: StatementVerdict; readonly results: StatementResult[] }[] {
  return STATEMENT_VERDICTS.map((verdict) => ({
    verdict,
    results: results.filter((result) => result.verdict === verdict),
  })).filter((list) => list.results.length > 0);
}

/** A text of more characters takes two lines on the big screen. */
const longCharacters = 50;

/** What there is room for. @param longTakes what a text of two lines takes, beside one of one line */
export function fitting<Row extends { readonly text: string }>(
  rows: readonly Row[],
  room: number,
  longTakes = 1.5,
): Row[] {
  let left = room;
  return rows.filter(({ text }) => (left -= text.length > longCharacters ? longTakes : 1) >= 0);
}

/** Of a question in large letters: characters of a line, and how many lines there are at most. */
const largeCharacters = 25;
const largeLines = 5;
/** What there is room for below a question of one line, and what each further line of it takes. */
const belowOneLine = 4;
const lineTakes = 0.68;

/** What there is room for below the question that is answered: it stands in large letters, and a long one leaves little. */
export function roomBelow(question: string): number {
  const lines = Math.min(largeLines, Math.max(1, Math.ceil(question.length / largeCharacters)));
  return belowOneLine - (lines - 1) * lineTakes;
}

/** Results in the order in which the big screen shows them: what people vote on now before what is closed, the latest first. */
export function onScreen(results: readonly StatementResult[]): StatementResult[] {
  const latest = [...results].reverse();
  return [...latest.filter(({ isOpen }) => isOpen), ...latest.filter(({ isOpen }) => !isOpen)];
}

/** The part of an agenda around the item that is dealt with, and the number of its first item. */
export function around<Item extends { readonly id: string }>(
  items: readonly Item[],
  current: string | null,
  room: number,
): { readonly first: number; readonly items: readonly Item[] } {
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === current),
  );
  const first = Math.max(0, Math.min(at - 1, items.length - room));
  return { first: first + 1, items: items.slice(first, first + room) };
}
