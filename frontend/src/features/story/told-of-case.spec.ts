import { describe, expect, it } from '@jest/globals';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import { toldOfCase } from './told-of-case.js';

const event = (at: string, type: string, status: string) => ({
  at,
  type,
  status,
  text: null,
  organisation: null,
});
const gathered = {
  status: 'duplicate',
  events: [
    event('2026-01-01T08:00:00Z', 'received', 'received'),
    event('2026-01-05T08:00:00Z', 'gathered', 'duplicate'),
  ],
  activities: [],
  commitment: null,
  responsible: null,
  case: {
    reference: 'ALE-2',
    status: 'answered',
    doneOn: null,
    commitment: null,
    responsible: null,
    events: [
      event('2025-12-01T08:00:00Z', 'received', 'received'),
      event('2026-01-03T08:00:00Z', 'moved', 'under-review'),
      event('2026-01-09T08:00:00Z', 'moved', 'answered'),
    ],
    activities: [],
  },
} as unknown as FollowedProposal;

describe('what the sender of a gathered proposal is told', () => {
  it('is where the case stands, in the order in which it happened, without how the other came in', () => {
    const told = toldOfCase(gathered);
    expect(told.status).toBe('answered');
    expect(told.events.map(({ type, status }) => `${type} ${status}`)).toEqual([
      'received received',
      'moved under-review',
      'gathered duplicate',
      'moved answered',
    ]);
  });

  it('is the proposal’s own story when it is alone, or when its leader is not shown', () => {
    const alone: FollowedProposal = Object.assign({}, gathered, { status: 'received', case: null });
    expect(toldOfCase(alone)).toMatchObject({ status: 'received', events: gathered.events });
  });
});
