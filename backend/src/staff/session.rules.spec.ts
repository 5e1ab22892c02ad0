import type { Role } from '@lofteskartan/shared/vocabulary';
import { endOfSession, idleSince, mustSetUpSecondFactor, secondsLeft } from './session.rules.js';

const limits = { sessionIdleMinutes: 480, sessionHours: 24 };
const noon = new Date('2026-11-20T12:00:00Z');
const at = (time: string) => new Date(`2026-11-20T${time}Z`);

describe('how long a session runs', () => {
  it('ends 24 hours after the sign-in, and when it was last used 8 hours ago', () => {
    expect(endOfSession(limits, noon)).toEqual(new Date('2026-11-21T12:00:00Z'));
    expect(idleSince(limits, noon)).toEqual(at('04:00:00'));
  });

  it.each([
    ['just used', at('12:00:00'), at('23:00:00'), 8 * 3600],
    ['used an hour ago', at('11:00:00'), at('23:00:00'), 7 * 3600],
    ['near its end', at('12:00:00'), at('12:01:30'), 90],
    ['over', at('03:00:00'), at('23:00:00'), 0],
  ])('a session that is %s', (_what, seenAt, expiresAt, seconds) => {
    expect(secondsLeft(limits, { seenAt, expiresAt }, noon)).toBe(seconds);
  });
});

describe('who has to set up a second factor first', () => {
  const cases: [string, Role[], object, boolean][] = [
    ['an administrator with a password alone', ['admin'], {}, true],
    ['an administrator who is a case officer too', ['case-officer', 'admin'], {}, true],
    ['an administrator who has one', ['admin'], { hasSecondFactor: true }, false],
    ['an administrator who came through a service', ['admin'], { throughService: true }, false],
    ['an administrator of example data', ['admin'], { demo: true }, false],
    ['whoever runs the installation', [], { isInstallationAdmin: true }, true],
    ['a coordinator', ['coordinator'], {}, false],
    ['somebody without a role', [], {}, false],
  ];
  it.each(cases)('%s', (_who, roles, more, expected) => {
    const state = {
      roles,
      isInstallationAdmin: false,
      hasSecondFactor: false,
      throughService: false,
      demo: false,
      ...more,
    };
    expect(mustSetUpSecondFactor(state)).toBe(expected);
  });
});
