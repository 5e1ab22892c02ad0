import { forecast, negativeBinomialQuantile } from './forecast.rules.js';

const period = { from: '2025-01-01', to: '2027-12-31' };

describe('a forecast', () => {
  const rows: [string, number, string, { expectedAtEnd: number; low: number; high: number } | null][] = [
    [
      '41 after 691 of 1095 days leads to about 65',
      41,
      '2026-11-22',
      { expectedAtEnd: 65.3, low: 58, high: 73 },
    ],
    [
      'nothing done still leaves something possible',
      0,
      '2026-11-22',
      { expectedAtEnd: 0.3, low: 0, high: 1 },
    ],
    ['on the last day nothing is uncertain', 68, '2027-12-31', { expectedAtEnd: 68, low: 68, high: 68 }],
    ['after the period nothing is uncertain', 68, '2028-05-01', { expectedAtEnd: 68, low: 68, high: 68 }],
    ['before the period there is none', 0, '2024-12-31', null],
  ];
  it.each(rows)('%s', (_name, done, today, expected) => {
    const made = forecast(done, period, today, 'sv');
    if (expected === null) expect(made).toBeNull();
    else expect(made).toMatchObject(expected);
  });

  it('is not made for a promise without an end', () => {
    expect(forecast(3, { from: '2025-01-01', to: null }, '2026-01-01', 'sv')).toBeNull();
  });

  it('says its formula in the reader’s language', () => {
    expect(forecast(3, period, '2026-01-01', 'sv')?.formula).toContain('gammafördelad');
    expect(forecast(3, period, '2026-01-01', 'en')?.formula).toContain('gamma distributed');
  });

  it('narrows as the end comes nearer', () => {
    const width = (today: string) => {
      const made = forecast(30, period, today, 'sv');
      return made ? made.high - made.low : NaN;
    };
    expect(width('2027-11-01')).toBeLessThan(width('2026-11-01'));
    expect(width('2026-11-01')).toBeLessThan(width('2025-11-01'));
  });
});

describe('a quantile of the negative binomial distribution', () => {
  // Against a direct sum of the probabilities for r = 1 (the geometric distribution): P(X ≤ k) = 1 − (1 − p)^(k + 1).
  it.each([
    [0.1, 1, 0.5, 0],
    [0.9, 1, 0.5, 3],
    [0.9, 1, 0.1, 21],
    [0.5, 1, 0.01, 68],
  ])('%d with r = %d and p = %d is %d', (share, r, p, k) => {
    expect(negativeBinomialQuantile(share, r, p)).toBe(k);
  });

  it('ends for large counts and for the first days', () => {
    expect(negativeBinomialQuantile(0.9, 5000.5, 0.5)).toBeGreaterThan(5000);
    expect(negativeBinomialQuantile(0.9, 3.5, 1 / 1095)).toBeGreaterThan(3000);
  });
});
