import type { OwnSignUp, SignUpReceipt } from '@lofteskartan/shared/contracts/medborgardialog-sign-ups';
import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type { Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeDialogue } from '../../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { dialoguePlan } from '../medborgardialog.fixture.js';

let app: TestApp;
let town: TestMunicipality;
let officer: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  officer = await makeStaff(app, 'case-officer', town);
});
afterAll(() => app.stop());

const signUp = (reference: string, people = 1, needs: readonly string[] = []) =>
  app.api().post<SignUpReceipt & ProblemBody>(`/medborgardialoger/${reference}/sign-ups`, {
    key: true,
    body: { people, needs },
  });
const own = '/medborgardialog-sign-ups/own';
const mine = (followToken: string) => app.api().get<OwnSignUp & ProblemBody>(own, { followToken });
const change = (followToken: string, people: number, needs: readonly string[] = []) =>
  app.api().put<OwnSignUp & ProblemBody>(own, { followToken, body: { people, needs } });
const giveUp = (followToken: string) =>
  app.api().post<OwnSignUp & ProblemBody>(`${own}/cancellations`, { followToken, body: {} });
const counts = async (reference: string) =>
  (await officer.api.get<StaffDialogue>(`/dialogues/${reference}`)).body.signUps;

describe('signing up', () => {
  it('takes a seat without a name, opens again by its link alone, and staff see counts and needs', async () => {
    const { reference } = await makeDialogue(app, town, { capacity: 10 });
    const { status, body } = await signUp(reference, 3, ['interpreter', 'hearing-loop']);
    expect([status, body.state, body.followToken.length]).toEqual([201, 'confirmed', 43]);
    await signUp(reference, 1, ['interpreter']);
    expect((await mine(body.followToken)).body).toMatchObject({
      dialogue: reference,
      people: 3,
      state: 'confirmed',
      mayChange: true,
    });
    expect(await counts(reference)).toEqual({
      capacity: 10,
      seated: 4,
      waiting: 0,
      needs: [
        { need: 'interpreter', signUps: 2 },
        { need: 'hearing-loop', signUps: 1 },
      ],
    });
    expect((await mine('x'.repeat(43))).body.code).toBe('followToken.wrong');
    expect((await app.api().get<ProblemBody>(own)).body.code).toBe('followToken.wrong');
  });

  it('is never told in public but as full', async () => {
    const { reference } = await makeDialogue(app, town, { capacity: 2 });
    const path = `/medborgardialoger/${reference}`;
    const before = (await app.api().get<Medborgardialog>(path)).body;
    await signUp(reference);
    const half = (await app.api().get<Medborgardialog>(path)).body;
    expect(half).toEqual(before);
    await signUp(reference);
    expect((await app.api().get<Medborgardialog>(path)).body.signUp).toMatchObject({
      isOpen: true,
      isFull: true,
    });
  });

  it.each([
    ['where no seats are counted', { capacity: null }, 'dialogue.noSignUp'],
    ['once it is open', { capacity: 5, status: 'open' }, 'dialogue.signUpClosed'],
    ['when it was called off', { capacity: 5, status: 'cancelled' }, 'dialogue.cancelled'],
    ['as a draft', { capacity: 5, status: 'draft' }, 'not.found'],
    [
      'after the deadline',
      { capacity: 5, signUpUntil: new Date('2026-11-20T12:00:00Z') },
      'dialogue.signUpClosed',
    ],
  ] as const)('is refused %s', async (_, wanted, code) => {
    const { reference } = await makeDialogue(app, town, wanted);
    expect((await signUp(reference)).body.code).toBe(code);
  });

  it('again with the same key is the same sign-up', async () => {
    const { reference } = await makeDialogue(app, town, { capacity: 5 });
    const path = `/medborgardialoger/${reference}/sign-ups`;
    const call = { key: '0123456789abcdef', body: { people: 2, needs: [] } };
    const [one, two] = [
      await app.api().post<SignUpReceipt>(path, call),
      await app.api().post<SignUpReceipt>(path, call),
    ];
    expect(two.body).toEqual(one.body);
    expect((await counts(reference))?.seated).toBe(2);
  });
});

describe('a seat that is given up', () => {
  it('goes to the first of the waiting who fits', async () => {
    const { reference } = await makeDialogue(app, town, { capacity: 4 });
    const two = (await signUp(reference, 2)).body;
    await signUp(reference, 2);
    const three = (await signUp(reference, 3)).body;
    const pair = (await signUp(reference, 2)).body;
    const last = (await signUp(reference, 1)).body;
    expect([three.state, pair.state, last.state]).toEqual(['waiting', 'waiting', 'waiting']);
    expect((await giveUp(two.followToken)).body).toMatchObject({ state: 'cancelled', mayChange: false });
    const states = [];
    for (const { followToken } of [three, pair, last]) states.push((await mine(followToken)).body.state);
    expect(states).toEqual(['waiting', 'confirmed', 'waiting']);
    expect(await counts(reference)).toMatchObject({ seated: 4, waiting: 4 });
    expect((await giveUp(two.followToken)).body.code).toBe('signUp.cancelled');
  });

  it('is not lost by asking for more than there is', async () => {
    const { reference } = await makeDialogue(app, town, { capacity: 3 });
    const { followToken } = (await signUp(reference, 2)).body;
    expect((await change(followToken, 4)).body.code).toBe('signUp.noRoom');
    expect((await change(followToken, 3, ['wheelchair'])).body).toMatchObject({
      people: 3,
      needs: ['wheelchair'],
      state: 'confirmed',
    });
    const waiting = (await signUp(reference, 1)).body;
    expect(waiting.state).toBe('waiting');
    await change(followToken, 2);
    expect((await mine(waiting.followToken)).body.state).toBe('confirmed');
  });

  it('comes too when there are more seats', async () => {
    const { reference, version } = await makeDialogue(app, town, { capacity: 1 });
    await signUp(reference, 1);
    const { followToken } = (await signUp(reference, 2)).body;
    const { municipality: _unsent, ...plan } = dialoguePlan(town.slug, { capacity: 3 });
    const saved = await officer.api.put(`/dialogues/${reference}`, { body: { ...plan, version } });
    expect([saved.status, (await mine(followToken)).body.state]).toEqual([200, 'confirmed']);
  });
});

it('is forgotten when the dialogue is closed: its link opens nothing', async () => {
  const { reference, version } = await makeDialogue(app, town, { capacity: 5, startsAt: app.clock.now() });
  await app.dataSource.query(
    `UPDATE medborgardialoger SET starts_at = starts_at + interval '1 hour' WHERE reference = $1`,
    [reference],
  );
  const { followToken } = (await signUp(reference, 2)).body;
  for (const [index, what] of ['openings', 'closings'].entries())
    await officer.api.post(`/dialogues/${reference}/${what}`, { body: { version: version + index } });
  expect((await mine(followToken)).body.code).toBe('followToken.wrong');
  expect(await counts(reference)).toMatchObject({ seated: 2 });
});

it('holds its capacity when a hundred sign up at once, and the rest wait in their order', async () => {
  const { id, reference } = await makeDialogue(app, town, { capacity: 40 });
  const people = (index: number) => 1 + (index % 3);
  const receipts = await Promise.all(
    Array.from({ length: 100 }, (_, index) => signUp(reference, people(index))),
  );
  expect(new Set(receipts.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(receipts.map(({ body }) => body.followToken)).size).toBe(100);
  const rows = await app.dataSource.query<{ people: number; state: string }[]>(
    'SELECT people, state FROM medborgardialog_sign_ups WHERE dialogue_id = $1 ORDER BY ordinal',
    [id],
  );
  expect(rows.length).toBe(100);
  // As if they had stood in a queue: each gets seats when there are enough left.
  let left = 40;
  for (const row of rows) {
    expect(row.state).toBe(row.people <= left ? 'confirmed' : 'waiting');
    if (row.state === 'confirmed') left -= row.people;
  }
  expect(left).toBe(0);
  // Twenty of those with seats give up at once; the first who fit come in, and it is never over.
  const seated = receipts.filter(({ body }) => body.state === 'confirmed').slice(0, 15);
  await Promise.all(seated.map(({ body }) => giveUp(body.followToken)));
  const after = await counts(reference);
  expect(after?.seated).toBeLessThanOrEqual(40);
  expect(after?.seated).toBeGreaterThan(37);
});
