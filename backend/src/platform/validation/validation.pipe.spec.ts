import { describe, expect, it } from '@jest/globals';
import {
  EmptyBody,
  ProposalListQuery,
  ProposalMapQuery,
  SubmitProposal,
} from '@lofteskartan/shared/contracts/proposals';
import { LogActivity } from '@lofteskartan/shared/contracts/activities';
import { DarkPlaceDetails } from '@lofteskartan/shared/contracts/proposal-details';
import { CorrectProposal, WriteNote } from '@lofteskartan/shared/contracts/triage';
import type { FieldFault, Refused } from '../problem/refused.js';
import { ContractPipe } from './validation.pipe.js';

const pipe = new ContractPipe();
const check = (value: unknown, contract: new () => object, type: 'body' | 'query' = 'body') =>
  pipe.transform(value, { type, metatype: contract });

/** What is wrong, as `field code`. */
async function faults(
  value: unknown,
  contract: new () => object,
  type: 'body' | 'query' = 'body',
): Promise<string[]> {
  try {
    await check(value, contract, type);
    return [];
  } catch (error) {
    const { code, details } = error as Refused;
    return [code, ...(details.errors ?? []).map((fault: FieldFault) => `${fault.field} ${fault.code}`)];
  }
}

const details = { weekdays: ['mon'], hourBands: ['07-09'], problems: [], near: [] };
const wish = { kind: 'speed-check', position: [12.05, 57.9], details };
const parsed = (json: string): unknown => JSON.parse(json);

describe('a body that fits', () => {
  it.each<[string, object]>([
    ['a wish', wish],
    [
      'words alone',
      {
        kind: 'idea',
        municipality: 'ale',
        description: 'Fler nattvandrare, tack! 🌙',
        details: { topic: 'night-walks' },
      },
    ],
    ['optional fields as null', { ...wish, placeName: null, details: { ...details, postedLimit: null } }],
  ])('%s becomes the class of its contract', async (_, body) => {
    expect(await check(body, SubmitProposal)).toBeInstanceOf(SubmitProposal);
  });

  it('knows corrected details by their members when no kind is said', async () => {
    const correction = { reason: 'Fel orsak', details: { causes: ['stairs'], when: [] } };
    const { details: corrected } = (await check(correction, CorrectProposal)) as CorrectProposal;
    expect(corrected).toBeInstanceOf(DarkPlaceDetails);
  });

  it('may be empty where nothing is asked', async () => {
    expect(await faults(undefined, EmptyBody)).toEqual([]);
    expect(await faults({}, EmptyBody)).toEqual([]);
  });
});

describe('a body that does not fit is told field by field', () => {
  it('a text of blanks, and a moment that is none', async () => {
    expect(await faults({ text: ' \n\u00a0' }, WriteNote)).toEqual(['input.invalid', 'text required']);
    const activity = { commitmentId: '0b9d6c1e-6f0a-4d55-9a57-2f4f3f6f1c11', occurredOn: '2026-11-22' };
    expect(await faults({ ...activity, publicText: ' ', result: { endedAt: 'kl 10' } }, LogActivity)).toEqual(
      ['input.invalid', 'publicText required', 'result.endedAt notAMoment'],
    );
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['kind required', 'details required']],
    ['an unknown field', { ...wish, plate: 'ABC123' }, ['plate unknown']],
    [
      'an unknown field deep down',
      { ...wish, details: { ...details, driver: 'x' } },
      ['details.driver unknown'],
    ],
    ['an unknown kind', { ...wish, kind: 'wish', details: {} }, ['kind notOneOf']],
    [
      'details of another kind',
      { ...wish, kind: 'idea' },
      [
        'details.weekdays unknown',
        'details.hourBands unknown',
        'details.problems unknown',
        'details.near unknown',
        'details.topic required',
      ],
    ],
    ['details that are text', { ...wish, details: 'fast' }, ['details notAnObject']],
    ['details that are a list', { ...wish, details: [details] }, ['details notAnObject']],
    [
      'the second of two hours',
      { ...wish, details: { ...details, hourBands: ['07-09', 'noon'] } },
      ['details.hourBands[1] malformed'],
    ],
    [
      'the same day twice',
      { ...wish, details: { ...details, weekdays: ['mon', 'mon'] } },
      ['details.weekdays notUnique'],
    ],
    [
      'a day that is none',
      { ...wish, details: { ...details, weekdays: ['mon', 'someday', 4] } },
      ['details.weekdays[1] notOneOf', 'details.weekdays[2] notOneOf'],
    ],
    [
      'a list that is text',
      { ...wish, details: { ...details, weekdays: 'mon' } },
      ['details.weekdays notAList'],
    ],
    ['a number that is text', { ...wish, description: 17 }, ['description notText']],
    ['too many words', { ...wish, description: 'a'.repeat(2001) }, ['description tooLong']],
    ['three numbers', { ...wish, position: [12, 57, 3] }, ['position notAPosition']],
    ['latitude first and far away', { ...wish, position: [57.9, 120] }, ['position notAPosition']],
    ['numbers as text', { ...wish, position: ['12', '57'] }, ['position notAPosition']],
  ])('%s', async (_, body, expected) => {
    const [code, ...found] = await faults(body, SubmitProposal);
    expect(code).toBe('input.invalid');
    expect(found.sort()).toEqual([...expected].sort());
  });

  it('a field where none is asked', async () => {
    expect(await faults({ why: 'x' }, EmptyBody)).toEqual(['input.invalid', 'why unknown']);
  });
});

describe('text that cannot be stored, and names that reach a prototype, are refused anywhere', () => {
  it.each<[string, unknown, string]>([
    ['a NUL', { ...wish, placeName: 'a\0b' }, 'placeName forbiddenCharacters'],
    ['half of a surrogate pair', { ...wish, description: 'x\ud83d' }, 'description forbiddenCharacters'],
    ['the other half', { ...wish, description: '\ude00' }, 'description forbiddenCharacters'],
    [
      'a NUL in a list',
      { ...wish, details: { ...details, hourBands: ['\0'] } },
      'details.hourBands[0] forbiddenCharacters',
    ],
    ['a NUL in a name', { ...wish, 'a\0': 1 }, 'a\uFFFD forbiddenCharacters'],
    ['__proto__', parsed('{"__proto__":{"admin":true}}'), '__proto__ forbiddenName'],
    [
      'a nested constructor',
      parsed('{"details":{"constructor":{"prototype":{}}}}'),
      'details.constructor forbiddenName',
    ],
    ['seventeen layers', parsed('{"a":'.repeat(17) + '1' + '}'.repeat(17)), `${'a.'.repeat(15)}a tooDeep`],
    [
      'a hundred thousand layers',
      parsed('['.repeat(20_000) + ']'.repeat(20_000)),
      `${'[0]'.repeat(16)} tooDeep`,
    ],
  ])('%s', async (_, body, fault) => {
    expect(await faults(body, SubmitProposal)).toEqual(['text.invalid', fault]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('a query', () => {
  it.each<[string, object, string[]]>([
    ['one filter', { kind: 'idea' }, []],
    ['a repeated filter', { kind: ['idea', 'dark-place'] }, []],
    ['a wrong filter', { kind: ['idea', 'x'] }, ['kind[1] notOneOf']],
    ['an unknown filter', { color: 'red' }, ['color unknown']],
    ['a limit', { limit: '100' }, []],
    ['a limit of nothing', { limit: '' }, ['limit notAnInteger']],
    ['a limit too high', { limit: '101' }, ['limit tooLarge']],
    ['a limit too low', { limit: '0' }, ['limit tooSmall']],
    ['half a limit', { limit: '1.5' }, ['limit notAnInteger']],
    ['a limit in letters', { limit: '1e1' }, ['limit notAnInteger']],
    ['two limits', { limit: ['1', '2'] }, ['limit notANumber']],
    ['a box', { bbox: '11.9,57.8,12.5,58.1' }, []],
    ['a box inside out', { bbox: '12.5,57.8,11.9,58.1' }, ['bbox notABox']],
    ['two boxes', { bbox: ['11.9,57.8,12.5,58.1', '11.9,57.8,12.5,58.1'] }, ['bbox notABox']],
    ['words twice', { q: ['a', 'b'] }, ['q notText']],
  ])('with %s', async (_, query, expected) => {
    const [code, ...found] = await faults(query, ProposalListQuery, 'query');
    expect([code, found]).toEqual([expected.length > 0 ? 'input.invalid' : undefined, expected]);
  });

  it('is read as numbers and lists', async () => {
    const query = { bbox: '11.9,57.8,12.5,58.1', zoom: '11', kind: 'idea' };
    expect(await check(query, ProposalMapQuery, 'query')).toEqual({ ...query, zoom: 11, kind: ['idea'] });
  });
});

describe('a parameter in the path', () => {
  const parameter = (value: string, data: string) =>
    pipe.transform(value, { type: 'param', metatype: String, data });

  it.each([
    ['id', '0b9d6c1e-6f0a-4d55-9a57-2f4f3f6f1c11'],
    ['reference', 'ALE-7K3F9'],
    ['slug', 'åmål'],
  ])('%s passes', async (name, value) => {
    expect(await parameter(value, name)).toBe(value);
  });

  it.each([
    ['id', '17', 'not.found'],
    ['commitmentId', "' OR 1=1 --", 'not.found'],
    ['reference', 'a\0', 'text.invalid'],
    ['slug', '\ud800', 'text.invalid'],
  ])('%s as %j is refused', async (name, value, code) => {
    await expect(parameter(value, name)).rejects.toMatchObject({ code });
  });
});
