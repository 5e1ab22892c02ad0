import { describe, expect, it } from '@jest/globals';
import { testConfig } from '../../../test/support/config.js';
import { readCookies } from './cookies.js';
import { Secrets } from './secrets.js';
import { hashToken, newToken } from './tokens.js';

const secrets = new Secrets(testConfig());
const others = new Secrets(testConfig({ secretKey: 'another secret of more than 32 characters' }));

describe('a sealed text', () => {
  const sealed = secrets.seal('idempotency', 'svar med å', 'here');
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);

  it('is read with the same key, purpose and context', () => {
    expect(secrets.open('idempotency', sealed, 'here')).toBe('svar med å');
  });
  it('looks different each time', () => {
    expect(secrets.seal('idempotency', 'svar med å', 'here').equals(sealed)).toBe(false);
  });
  it.each([
    ['another key', () => others.open('idempotency', sealed, 'here')],
    ['another purpose', () => secrets.open('cursor', sealed, 'here')],
    ['another context', () => secrets.open('idempotency', sealed, 'there')],
    ['a changed byte', () => secrets.open('idempotency', changed, 'here')],
    ['half of it', () => secrets.open('idempotency', sealed.subarray(0, 20), 'here')],
    ['nothing', () => secrets.open('idempotency', Buffer.alloc(0), 'here')],
  ])('is not read with %s', (_, open) => {
    expect(open()).toBeNull();
  });
});

describe('a signed value', () => {
  const signed = secrets.sign('device', 'a.b');

  it('is believed', () => {
    expect(secrets.verify('device', signed)).toBe('a.b');
  });
  it.each([
    ['another key', () => others.verify('device', signed)],
    ['another purpose', () => secrets.verify('address', signed)],
    ['another value', () => secrets.verify('device', signed.replace('a.b', 'a.c'))],
    ['no signature', () => secrets.verify('device', 'a')],
    ['an empty signature', () => secrets.verify('device', 'a.')],
    ['nothing', () => secrets.verify('device', null)],
  ])('is not believed with %s', (_, verify) => {
    expect(verify()).toBeNull();
  });
});

it('a pseudonym is the same each time and tells nothing', () => {
  const pseudonym = secrets.pseudonym('address', '192.0.2.1');
  expect(secrets.pseudonym('address', '192.0.2.1')).toBe(pseudonym);
  expect(others.pseudonym('address', '192.0.2.1')).not.toBe(pseudonym);
  expect(pseudonym).toMatch(/^[0-9a-f]{64}$/);
});

it('a token has 256 random bits and is stored as its hash', () => {
  const token = newToken();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(newToken()).not.toBe(token);
  expect(hashToken(token)).toHaveLength(32);
  expect(hashToken(token).equals(hashToken(token))).toBe(true);
});

it.each([
  [undefined, {}],
  ['', {}],
  ['a=1; b=2', { a: '1', b: '2' }],
  ['a=1; a=2', { a: '1' }],
  ['a=%C3%A5', { a: 'å' }],
  ['a=%ZZ; b=2', { b: '2' }],
  ['a=x=y', { a: 'x=y' }],
  ['=1; lonely', {}],
  ['__proto__=x', { ['__proto__']: 'x' }],
])('the cookies of %j', (header, cookies) => {
  expect({ ...readCookies(header) }).toEqual(cookies);
});
