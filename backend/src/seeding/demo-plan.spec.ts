import { readFileSync } from 'node:fs';
import { addDays, addMonths, endOfStockholmDay, stockholmDate } from '../platform/dates.js';
import type { DemoFile } from './demo-file.js';
import { dayOfPromise, demoPlan, type DemoStep } from './demo-plan.js';

const file = JSON.parse(
  readFileSync(new URL('../../seeds/demo/ale.json', import.meta.url), 'utf8'),
) as DemoFile;

/** The promise began on 1 January of the year before the seeding; example data may also be added to an older one. */
const starts: [string, string, string][] = [
  ['on New Year’s Day', '2026-01-01T09:00:00Z', '2025-01-01'],
  ['in the night to a spring day', '2026-03-31T22:30:00Z', '2025-01-01'],
  ['in late autumn', '2026-11-22T19:00:00Z', '2025-01-01'],
  ['on New Year’s Eve', '2026-12-31T22:59:00Z', '2025-01-01'],
  ['in the promise’s last year', '2027-09-01T12:00:00Z', '2025-01-01'],
];

describe.each(starts)('the example data, told %s', (_name, moment, startsOn) => {
  const now = new Date(moment);
  const calendar = { now, startsOn, endsOn: addDays(addMonths(startsOn, 36), -1) };
  const plan = demoPlan(file, calendar);
  const of = <Kind extends DemoStep['do']>(kind: Kind) =>
    plan.filter((step): step is Extract<DemoStep, { do: Kind }> => step.do === kind);
  const submitted = new Map(of('submit').map(({ proposal, at }) => [proposal.id, at]));
  const logs = of('log');
  const confirmedAt = new Map(of('confirm').map(({ activity, at }) => [activity.id, at]));

  it('has every proposal and every activity once', () => {
    expect(of('submit')).toHaveLength(120);
    expect(logs).toHaveLength(45);
    expect(new Set(submitted.keys()).size).toBe(120);
  });

  it('is told in order, and nothing of it later than now', () => {
    for (const [index, step] of plan.entries()) {
      expect(step.at.getTime()).toBeLessThanOrEqual(now.getTime());
      expect(step.at.getTime()).toBeGreaterThanOrEqual(plan[index - 1]?.at.getTime() ?? 0);
    }
  });

  it('decides about a proposal only after it came in, and in its order', () => {
    for (const step of plan) {
      if (!('proposal' in step) || step.do === 'submit') continue;
      expect(plan.indexOf(step)).toBeGreaterThan(
        plan.findIndex((each) => each.do === 'submit' && each.proposal.id === step.proposal.id),
      );
    }
  });

  it('logs what happened within the promise and after its opening balance, not before it happened', () => {
    for (const { activity, occurredOn, at } of logs) {
      const opening = file.openings.find(({ commitment }) => commitment === activity.commitment);
      expect(occurredOn > (opening ? dayOfPromise(opening, calendar) : addDays(startsOn, -1))).toBe(true);
      expect(occurredOn <= stockholmDate(at)).toBe(true);
    }
  });

  it('answers wishes that came before, and no older than 24 months, where it should count', () => {
    const counted = logs.filter(({ activity }) => /^[kwr]\d/.test(activity.id));
    expect(counted).toHaveLength(23);
    for (const { activity, occurredOn } of counted) {
      const wishes = (activity.serves ?? []).map((id) => submitted.get(id));
      expect(
        wishes.some(
          (sentAt) =>
            sentAt !== undefined &&
            stockholmDate(sentAt) <= occurredOn &&
            stockholmDate(sentAt) >= addMonths(occurredOn, -24),
        ),
      ).toBe(true);
    }
  });

  it('knows the proposals that an activity serves when it is logged', () => {
    for (const { activity, at } of logs)
      for (const id of activity.serves ?? []) expect(submitted.get(id)?.getTime()).toBeLessThan(at.getTime());
  });

  it('confirms after the release delay, so that only the one that has just ended waits for its release', () => {
    for (const { activity, occurredOn, at, endedAt } of logs) {
      const confirmed = confirmedAt.get(activity.id);
      if (!confirmed || endedAt) continue;
      expect(confirmed.getTime()).toBeGreaterThanOrEqual(at.getTime());
      if (/^[kn]\d/.test(activity.id))
        expect(confirmed.getTime()).toBeGreaterThan(endOfStockholmDay(addDays(occurredOn, 1)).getTime());
    }
    expect(logs.filter(({ endedAt }) => endedAt !== null)).toHaveLength(1);
    expect(logs.filter(({ activity }) => !confirmedAt.has(activity.id))).toHaveLength(1);
  });
});
