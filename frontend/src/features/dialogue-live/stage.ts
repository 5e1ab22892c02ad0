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

/** What the big screen has room for: what people vote on now before what is closed, the latest first. */
export function onScreen(results: readonly StatementResult[], room: number): StatementResult[] {
  const latest = [...results].reverse();
  return [...latest.filter(({ isOpen }) => isOpen), ...latest.filter(({ isOpen }) => !isOpen)].slice(0, room);
}
