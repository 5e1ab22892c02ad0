import type { StretchCheck } from '@lofteskartan/shared/contracts/stretches';
import type { CheckMethod } from '@lofteskartan/shared/speed-checks';

/** The checks of one month. */
export interface CheckMonth {
  /** `2026-11` */
  readonly month: string;
  readonly checks: number;
  /** Vehicles, of those checks that tell; null when none does. */
  readonly measured: number | null;
  /** Measured and reported, of those checks that tell both; null when none does. */
  readonly share: { readonly measured: number; readonly reported: number } | null;
  readonly methods: readonly CheckMethod[];
}

/** So many months are drawn, at most. */
const MOST = 24;

const indexOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
const nameOf = (index: number): string =>
  `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`;
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** Every month from that of the first check to the present one, two years at most, those without a check too. Pure. */
export function checkMonths(
  checks: readonly StretchCheck[],
  today: string,
): { readonly months: CheckMonth[]; readonly earlier: number } {
  const now = indexOf(today);
  const indexes = checks.map(({ occurredOn }) => indexOf(occurredOn));
  const first = Math.max(now - MOST + 1, Math.min(now, ...indexes));
  const months = Array.from({ length: now - first + 1 }, (_, step) => {
    const there = checks.filter(({ occurredOn }) => indexOf(occurredOn) === first + step);
    return monthOf(nameOf(first + step), there);
  });
  return { months, earlier: indexes.filter((index) => index < first).length };
}

function monthOf(month: string, checks: readonly StretchCheck[]): CheckMonth {
  const measured = checks.flatMap((each) => each.measured ?? []);
  const both = checks.flatMap((each) =>
    each.measured !== null && each.reported !== null && each.measured > 0
      ? [{ measured: each.measured, reported: each.reported }]
      : [],
  );
  return {
    month,
    checks: checks.length,
    measured: measured.length > 0 ? sum(measured) : null,
    share:
      both.length > 0
        ? {
            measured: sum(both.map((each) => each.measured)),
            reported: sum(both.map((each) => each.reported)),
          }
        : null,
    methods: [...new Set(checks.flatMap(({ method }) => method ?? []))],
  };
}
