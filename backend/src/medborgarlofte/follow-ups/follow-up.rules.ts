import type { FollowUpTexts } from '@lofteskartan/shared/contracts/follow-ups';
import type { Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { IsoDate } from '../../platform/dates.js';
import type { FieldCode } from '../../platform/problem/codes.js';

/** The words about a commitment. */
export type Texts = Omit<FollowUpTexts, 'commitmentId'>;

/** Whether a commitment deviates from its promise: behind its pace, or silent for longer than it allows. */
export function isBehind(progress: Progress): boolean {
  return progress.type === 'ongoing' ? progress.stale : progress.pace === 'behind';
}

/** What keeps a follow-up from being written for a day, or null. Figures before an opening balance cannot be known. */
export function dayFault(
  asOf: IsoDate,
  promise: { readonly from: IsoDate; readonly openings: readonly IsoDate[] },
  today: IsoDate,
): { readonly code: FieldCode; readonly date?: IsoDate } | null {
  if (asOf > today) return { code: 'inTheFuture' };
  if (asOf < promise.from) return { code: 'beforeThePromise', date: promise.from };
  const opening = [...promise.openings].sort().at(-1);
  return opening !== undefined && asOf < opening ? { code: 'inTheOpening', date: opening } : null;
}

/** The texts that are missing before a commitment's part may be published. */
export function missingTexts({ result, deviation, nextStep }: Texts, behind: boolean): (keyof Texts)[] {
  const needed = { result, ...(behind ? { deviation } : {}), nextStep };
  return (Object.keys(needed) as (keyof Texts)[]).filter((name) => (needed[name] ?? '').trim() === '');
}
