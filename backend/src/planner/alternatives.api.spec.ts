import type { AlternativeOutcome } from '@lofteskartan/shared/contracts/stretch-alternatives';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { orderOf, wishAt } from './planner.fixture.js';

describe('where no check can be made', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let police: TestPerson;
  let sent: ProposalReceipt[];
  let stretchId: string;

  beforeAll(async () => {
    app = await startTestApp({ clock: new TestClock('2026-11-26T09:00:00Z') });
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    police = await makeStaff(app, 'police-officer', ale);
    sent = [await wishAt(app, ale, 0), await wishAt(app, ale, 50)];
    stretchId = (await orderOf(police, ale))[0]?.id ?? '';
  });
  afterAll(() => app.stop());

  const path = () => `/planner/${ale.slug}`;
  const detail = async () => (await police.api.get<StretchDetail>(`${path()}/stretches/${stretchId}`)).body;
  const all = async () => (await detail()).wishList.map(({ reference, version }) => ({ reference, version }));
  const arrange = async (more: object = {}, key: string | true = true) =>
    police.api.post<AlternativeOutcome>(`${path()}/stretches/${stretchId}/alternatives`, {
      key,
      body: {
        kind: 'municipal-measurement',
        responsible: 'Ale kommun',
        publicText: 'Kommunen mäter hastigheten här i december.',
        dueOn: '2026-12-31',
        proposals: await all(),
        ...more,
      },
    });
  const end = (id: string | undefined, more: object = {}) =>
    police.api.post<AlternativeOutcome>(`${path()}/alternatives/${id ?? ''}/results`, {
      key: true,
      body: { version: 1, state: 'done', publicText: 'De flesta höll 42 km/h.', ...more },
    });
  const story = async (index: number) => {
    const reference = sent[index]?.reference ?? '';
    const { body } = await app
      .api()
      .get<{ status: string; responsible: string | null; latestAnswer: { text: string } | null }>(
        `/proposals/${reference}`,
      );
    return [body.status, body.responsible, body.latestAnswer?.text];
  };

  it('is found by the police, with the standard reasons', async () => {
    const body = {
      version: 1,
      safePlace: true,
      limitChangeMetres: 90,
      roadKeeper: 'state',
      note: 'Smal vägren',
    };
    const put = (given: object) =>
      police.api.put(`${path()}/stretches/${stretchId}/suitability`, { body: given });
    expect((await put(body)).status).toBe(200);
    const { assessment, suitability, history } = await detail();
    expect(assessment).toMatchObject({
      verdict: 'unsuitable',
      reasons: ['near-limit-change'],
      note: 'Smal vägren',
    });
    expect([suitability, history[0]?.type]).toEqual(['unsuitable', 'assessed']);
    expect((await put(body)).status).toBe(409);
    expect((await put({ ...body, version: 2, limitChangeMetres: -1 })).status).toBe(422);
  });

  it.each<[kind: string, status: string, responsible: string | null]>([
    ['municipal-measurement', 'answered', null],
    ['speed-display', 'answered', null],
    ['referral', 'referred', 'Ale kommun'],
  ])('a %s is told to all who asked', async (kind, status, responsible) => {
    const { status: answered, body } = await arrange({ kind });
    expect([answered, body.outcome.done]).toEqual([200, 2]);
    expect(body.alternative).toMatchObject({ kind, state: 'arranged', overdue: false });
    expect(body.alternative?.wishes).toHaveLength(2);
    const told = [status, responsible, 'Kommunen mäter hastigheten här i december.'];
    expect([await story(0), await story(1)]).toEqual([told, told]);
    expect(await orderOf(police, ale)).toEqual([]);
    expect((await detail()).alternatives).toMatchObject([{ id: body.alternative?.id }]);
  });

  it('a wish that was committed is referred too', async () => {
    const commitment = await makeCommitment(app.dataSource, ale);
    const body = { to: 'committed', version: 1, commitmentId: commitment.id };
    await police.api.post(`/triage/proposals/${sent[0]?.reference ?? ''}/moves`, { body });
    expect((await arrange({ kind: 'referral', responsible: 'Trafikverket' })).body.outcome.done).toBe(2);
    expect((await story(0)).slice(0, 2)).toEqual(['referred', 'Trafikverket']);
  });

  it.each(['municipal-measurement', 'referral'])('how a %s went is told to the same people', async (kind) => {
    const { alternative } = (await arrange({ kind })).body;
    const ended = await end(alternative?.id);
    expect([ended.status, ended.body.outcome.done]).toEqual([200, 2]);
    expect(ended.body.alternative).toMatchObject({ state: 'done', resultText: 'De flesta höll 42 km/h.' });
    expect((await story(1)).at(0)).toBe('answered');
    expect((await story(1)).at(-1)).toBe('De flesta höll 42 km/h.');
    expect((await end(alternative?.id, { version: 2 })).status).toBe(409);
  });

  it('leaves alone what has gone another way meanwhile', async () => {
    const { alternative } = (await arrange()).body;
    const [first, second] = await all();
    const body = { to: 'under-review', version: first?.version, reason: 'Läser om' };
    await police.api.post(`/triage/proposals/${first?.reference ?? ''}/moves`, { body });
    const { outcome } = (await end(alternative?.id)).body;
    expect(outcome.items.map(({ reference, done }) => [reference, done]).sort()).toEqual(
      [
        [first?.reference, false],
        [second?.reference, true],
      ].sort(),
    );
  });

  it('is said once, however often it is sent', async () => {
    const key = 'samma-nyckel-igen';
    const proposals = await all();
    const [one, other] = [await arrange({ proposals }, key), await arrange({ proposals }, key)];
    expect(other.body).toEqual(one.body);
    expect((await detail()).alternatives).toHaveLength(1);
  });

  it('is overdue after its day', async () => {
    await arrange({ dueOn: '2026-11-25' });
    expect((await detail()).alternatives).toMatchObject([{ overdue: true }]);
  });

  it('arranges nothing when nobody could be told', async () => {
    const { body } = await arrange({ proposals: (await all()).map((each) => ({ ...each, version: 7 })) });
    expect([body.alternative, body.outcome.done, (await detail()).alternatives]).toEqual([null, 0, []]);
  });

  it('refuses without anybody who does it, and on a day that is none', async () => {
    const refused = [await arrange({ responsible: undefined }), await arrange({ dueOn: '2026-02-30' })];
    expect(refused.map(({ status }) => status)).toEqual([422, 422]);
  });

  it('refuses wishes of other stretches one by one', async () => {
    const far = await wishAt(app, ale, 3000);
    const { outcome } = (await arrange({ proposals: [{ reference: far.reference, version: 1 }] })).body;
    expect(outcome.items).toMatchObject([{ done: false, code: 'not.found' }]);
  });
});
