import type { TrendVerdict } from '@lofteskartan/shared/situation';

/** A value lies within a 90 % interval nine times of ten: this share is cut off at each end. */
const TAIL = 0.05;

/** A difference is told when chance alone makes one as large at most once in forty, in that direction: 95 % both ways. */
const LEAST_TAIL = 0.025;

/** Lanczos: coefficients for g = 7. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function, for x > 0. */
export function logGamma(x: number): number {
  const t = x + 6.5;
  const series = LANCZOS.slice(1).reduce(
    (sum, coefficient, index) => sum + coefficient / (x + index),
    LANCZOS[0] ?? 1,
  );
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** The share of a gamma distribution (this shape, rate 1) below x: a series on the left, a continued fraction on the right. */
export function gammaBelow(x: number, shape: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(-x + shape * Math.log(x) - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-14; n += 1) {
      term *= x / (shape + n);
      sum += term;
    }
    return sum * front;
  }
  // Lentz.
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i += 1) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return 1 - front * h;
}

/** The value below which this share of a gamma distribution (rate 1) lies. */
export function gammaQuantile(share: number, shape: number): number {
  let [low, high] = [0, shape + 1];
  while (gammaBelow(high, shape) < share) high *= 2;
  for (let step = 0; step < 80 && high - low > 1e-9 * high; step += 1) {
    const middle = (low + high) / 2;
    if (gammaBelow(middle, shape) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The means for which a count is no surprise, nine times of ten (Garwood’s exact interval of a Poisson mean). */
export function countInterval(count: number): { low: number; high: number } {
  return {
    low: count === 0 ? 0 : gammaQuantile(TAIL, count),
    high: gammaQuantile(1 - TAIL, count + 1),
  };
}

/** Where a gamma distribution lies nine times of ten. */
export function gammaInterval(shape: number, rate: number): { low: number; high: number } {
  return { low: gammaQuantile(TAIL, shape) / rate, high: gammaQuantile(1 - TAIL, shape) / rate };
}

/** The probability that at least so many of n fall on a side that each falls on with this probability. */
export function atLeast(count: number, n: number, probability: number): number {
  let sum = 0;
  const [yes, no] = [Math.log(probability), Math.log(1 - probability)];
  const whole = logGamma(n + 1);
  for (let k = count; k <= n; k += 1)
    sum += Math.exp(whole - logGamma(k + 1) - logGamma(n - k + 1) + k * yes + (n - k) * no);
  return Math.min(1, sum);
}

/** A count, and the days in which it was made. */
export interface Counted {
  readonly count: number;
  readonly days: number;
}

/**
 * Whether two counts differ by more than chance: given their sum, each falls on a period by its share of the days (the exact conditional
 * test of two Poisson rates). Never a per cent.
 */
export function trend(now: Counted, before: Counted): TrendVerdict {
  const n = now.count + before.count;
  const share = now.days / (now.days + before.days);
  if (n === 0) return 'cannot-say';
  if (atLeast(now.count, n, share) <= LEAST_TAIL) return 'more';
  if (atLeast(before.count, n, 1 - share) <= LEAST_TAIL) return 'fewer';
  return 'cannot-say';
}
