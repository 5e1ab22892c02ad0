import type { Forecast } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Language } from '@lofteskartan/shared/vocabulary';
import type { IsoDate } from '../platform/dates.js';
import { daysOf, elapsedDays, type Period } from './pace.rules.js';

/** The formula as staff read it; docs/progress.md says the same at length. */
const forecastFormula: Readonly<Record<Language, string>> = {
  sv:
    'Takten hittills (det som är gjort plus en halv, delat med dagarna som gått) gånger dagarna som är kvar, plus det som ' +
    'är gjort. Intervallet rymmer utfallet i 8 fall av 10 om takten är jämn: det räknas med en Poissonfördelning vars takt ' +
    'är osäker (gammafördelad).',
  en:
    'The pace so far (what is done plus a half, divided by the days that have passed) times the days that are left, plus ' +
    'what is done. The interval holds the outcome in 8 cases of 10 if the pace is steady: it comes from a Poisson ' +
    'distribution whose rate is uncertain (gamma distributed).',
};

/**
 * Where the pace so far leads. With n done in t days the daily rate is Gamma(n + ½, t) distributed (Jeffreys' prior), so
 * what the s days left will add is negative binomial with r = n + ½ and p = t / (t + s).
 * @param done counted so far, the opening balance and what only waits for its release included
 * @returns null before the period begins and for a promise without an end
 */
export function forecast(done: number, period: Period, today: IsoDate, language: Language): Forecast | null {
  const whole = daysOf(period);
  const passed = elapsedDays(period, today);
  if (whole === null || passed === 0) return null;
  const left = whole - passed;
  const formula = forecastFormula[language];
  if (left === 0) return { expectedAtEnd: done, low: done, high: done, formula };
  const r = done + 0.5;
  const p = passed / whole;
  return {
    expectedAtEnd: Math.round((done + (r * left) / passed) * 10) / 10,
    low: done + negativeBinomialQuantile(0.1, r, p),
    high: done + negativeBinomialQuantile(0.9, r, p),
    formula,
  };
}

/** The smallest k with P(X ≤ k) ≥ share, for X negative binomial: Γ(k + r) / (k! Γ(r)) · p^r · (1 − p)^k. */
export function negativeBinomialQuantile(share: number, r: number, p: number): number {
  let logProbability = r * Math.log(p);
  let sum = Math.exp(logProbability);
  let k = 0;
  // A quantile lies far below this bound, which only ends the search if rounding keeps the sum under the share.
  const bound = 1000 + (100 * r) / p;
  while (sum < share && k < bound) {
    logProbability += Math.log(((k + r) / (k + 1)) * (1 - p));
    sum += Math.exp(logProbability);
    k += 1;
  }
  return k;
}
