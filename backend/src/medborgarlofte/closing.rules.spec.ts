import { describe, expect, it } from '@jest/globals';
import { isClosed, lastDayOpen } from './closing.rules.js';

describe('a commitment that is closed from a day', () => {
  const rows: [string, string | null, string, boolean, string][] = [
    ['holds while no day is set', null, '2026-06-01', false, '2026-06-01'],
    ['holds on the day before', '2026-06-01', '2026-05-31', false, '2026-05-31'],
    ['is closed on that day and judged as of the day before', '2026-06-01', '2026-06-01', true, '2026-05-31'],
    ['stays judged as of its last day', '2026-06-01', '2027-01-15', true, '2026-05-31'],
  ];
  it.each(rows)('%s', (_, closedFrom, today, closed, judgedOn) => {
    expect(isClosed({ closedFrom }, today)).toBe(closed);
    expect(lastDayOpen(closedFrom, today)).toBe(judgedOn);
  });
});
