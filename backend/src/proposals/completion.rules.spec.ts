import type { PublicStatus } from '@lofteskartan/shared/vocabulary';
import { completedFields, releasedFields, restoredStatus } from './completion.rules.js';

const on = '2026-11-20';
const state = (
  status: PublicStatus,
  publicStatus = status,
  doneOn: string | null = null,
  publicDoneOn: string | null = null,
) => ({
  status,
  publicStatus,
  doneOn,
  publicDoneOn,
});

describe('a confirmed activity', () => {
  it.each(['received', 'under-review', 'committed', 'planned', 'referred'] as const)(
    'completes what is %s',
    (status) => {
      expect(completedFields(state(status), { occurredOn: on, embargoed: false })).toEqual(
        state('done', 'done', on, on),
      );
      expect(completedFields(state(status), { occurredOn: on, embargoed: true })).toEqual(
        state('done', status, on, null),
      );
    },
  );

  it.each(['done', 'answered', 'declined', 'duplicate', 'hidden', 'withdrawn'] as const)(
    'leaves what is %s',
    (status) => {
      expect(completedFields(state(status), { occurredOn: on, embargoed: false })).toBeNull();
      expect(completedFields(state(status), { occurredOn: on, embargoed: true })).toBeNull();
    },
  );

  it('without an embargo makes public what an earlier one keeps back, and leaves it kept back with one', () => {
    const keptBack = state('done', 'committed', '2026-11-01');
    expect(completedFields(keptBack, { occurredOn: on, embargoed: false })).toEqual(
      state('done', 'done', on, on),
    );
    expect(completedFields(keptBack, { occurredOn: on, embargoed: true })).toBeNull();
  });
});

describe('a release', () => {
  it.each([
    ['of what is done', state('done', 'committed', on), 'done', on],
    [
      'of what is public already, by a later activity',
      state('done', 'done', '2026-11-25', '2026-11-25'),
      'done',
      '2026-11-25',
    ],
    ['tells only its own date', state('done', 'committed', '2026-11-25'), 'done', on],
    ['of what was reopened meanwhile', state('under-review'), 'under-review', null],
    ['of what was withdrawn meanwhile', state('withdrawn'), 'withdrawn', null],
  ] as const)('%s', (_name, before, publicStatus, publicDoneOn) => {
    expect(releasedFields(before, on)).toEqual({ publicStatus, publicDoneOn });
  });
});

describe('what was ended by mistake', () => {
  it.each([
    ['received', 'under-review'],
    ['under-review', 'under-review'],
    ['awaiting-reply', 'under-review'],
    ['referred', 'under-review'],
    ['committed', 'committed'],
    ['planned', 'planned'],
  ] as const)('and was %s is %s', (from, status) => {
    expect(restoredStatus(from)).toBe(status);
  });
});
