import type { FollowUp, FollowUpPage, StaffFollowUp } from '@lofteskartan/shared/contracts/follow-ups';
import type { CountProgress } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

let app: TestApp;
let town: TestMunicipality;
let coordinator: TestPerson;
let meetings: TestCommitment;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  coordinator = await makeStaff(app, 'coordinator', town);
  meetings = await makeCommitment(app.dataSource, town, {
    target: 10,
    acceptsKinds: ['idea'],
    owners: [town.office],
  });
});
afterAll(() => app.stop());

async function held(occurredOn: string): Promise<void> {
  const body = { commitmentId: meetings.id, occurredOn, publicText: 'Ett möte.' };
  const { body: logged } = await coordinator.api.post<{ id: string }>('/activities', { key: true, body });
  expect((await coordinator.api.post(`/activities/${logged.id}/confirm`, { body: {} })).status).toBe(200);
}

const drafting = (asOf: string) =>
  coordinator.api.post<StaffFollowUp & ProblemBody>('/triage/follow-ups', {
    key: true,
    body: { medborgarlofteId: meetings.medborgarlofteId, asOf },
  });
const texts = { result: 'Vi höll möten.', deviation: 'Lokalen var stängd.', nextStep: 'Fler möten i vår.' };

async function written(asOf: string, words: Partial<typeof texts> = {}): Promise<StaffFollowUp> {
  const { body: draft } = await drafting(asOf);
  const body = { version: draft.version, items: [{ commitmentId: meetings.id, ...texts, ...words }] };
  const saved = await coordinator.api.put<StaffFollowUp>(`/triage/follow-ups/${draft.id}`, { body });
  expect(saved.status).toBe(200);
  return saved.body;
}
const publishing = ({ id, version }: StaffFollowUp, key: string | true = true) =>
  coordinator.api.post<StaffFollowUp & ProblemBody>(`/triage/follow-ups/${id}/publish`, {
    key,
    body: { version },
  });
const publicOne = async (asOf: string, language = 'sv') =>
  app.api().get<FollowUp>('/follow-ups/by-date', {
    query: { municipality: town.slug, asOf },
    headers: { 'Accept-Language': language },
  });

describe('a draft', () => {
  it('shows the figures of its day beside the words, to the coordinator alone', async () => {
    await held('2026-05-10');
    await held('2026-09-10');
    const draft = await written('2026-06-30');
    expect(draft).toMatchObject({
      state: 'draft',
      items: [{ ...texts, behind: true, progress: { done: 1 } }],
    });
    expect((await publicOne('2026-06-30')).status).toBe(404);
    const { body } = await app.api().get<FollowUpPage>('/follow-ups');
    expect(body.items).toEqual([]);
  });

  it.each([
    ['in the future', '2026-11-21', 'inTheFuture'],
    ['before the promise', '2024-12-31', 'beforeThePromise'],
  ])('is not begun for a day %s', async (_, asOf, code) => {
    const { status, body } = await drafting(asOf);
    expect([status, body.errors?.map((each) => each.code)]).toEqual([422, [code]]);
  });

  it('is one for each day, and a repeated call begins no other', async () => {
    const body = { medborgarlofteId: meetings.medborgarlofteId, asOf: '2026-06-30' };
    const first = await coordinator.api.post<StaffFollowUp>('/triage/follow-ups', {
      key: 'en-nyckel-1',
      body,
    });
    const again = await coordinator.api.post<StaffFollowUp>('/triage/follow-ups', {
      key: 'en-nyckel-1',
      body,
    });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    const other = await drafting('2026-06-30');
    expect([other.status, other.body.code]).toEqual([409, 'followUp.exists']);
  });

  it('is not overwritten by somebody who read an older one', async () => {
    const { id, version } = await written('2026-06-30');
    const { status, body } = await coordinator.api.put<ProblemBody>(`/triage/follow-ups/${id}`, {
      body: { version: version - 1, items: [] },
    });
    expect([status, body.code]).toEqual([409, 'version.stale']);
  });
});

describe('publication', () => {
  it.each([
    ['the reason why it is behind', { deviation: ' ' }, ['items[0].deviation']],
    ['result and next step', { result: '', nextStep: '' }, ['items[0].result', 'items[0].nextStep']],
  ])('waits for %s', async (_, words, fields) => {
    const { status, body } = await publishing(await written('2026-06-30', words));
    expect([status, body.errors?.map(({ field }) => field)]).toEqual([422, fields]);
  });

  it('freezes figures and words: what comes later changes nothing', async () => {
    await held('2026-05-10');
    expect((await publishing(await written('2026-06-30'), 'en-nyckel-2')).status).toBe(200);
    await held('2026-06-01');
    await app.dataSource.query(
      `UPDATE commitments SET title = '{"sv": "Annat", "en": "Other"}', target = 99 WHERE id = $1`,
      [meetings.id],
    );
    const { body } = await publicOne('2026-06-30');
    expect(body.items[0]).toMatchObject({ title: 'Åtagandet', ...texts, behind: true });
    expect(body.items[0]?.progress as CountProgress).toMatchObject({ done: 1, target: 10 });
    expect((await publicOne('2026-06-30', 'en')).body.items[0]?.title).toBe('Åtagandet (en)');
  });

  it('happens once', async () => {
    const draft = await written('2026-06-30');
    const first = await publishing(draft, 'en-nyckel-3');
    const again = await publishing(draft, 'en-nyckel-3');
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect((await publishing(first.body)).body.code).toBe('followUp.published');
    const saved = await coordinator.api.put<ProblemBody>(`/triage/follow-ups/${draft.id}`, {
      body: { version: first.body.version, items: [] },
    });
    expect([saved.status, saved.body.code]).toEqual([409, 'followUp.published']);
  });
});

describe('a correction', () => {
  it('is listed with its day and reason, and leaves what it corrects', async () => {
    const { body: published } = await publishing(await written('2026-06-30'));
    const before = (await publicOne('2026-06-30')).body;
    app.clock.advance({ hours: 2 });
    const { status } = await coordinator.api.post(`/triage/follow-ups/${published.id}/corrections`, {
      key: true,
      body: { commitmentId: meetings.id, text: 'Det var två möten.', reason: 'Ett möte räknades inte.' },
    });
    expect(status).toBe(201);
    const { body } = await publicOne('2026-06-30');
    expect({ items: body.items, publishedAt: body.publishedAt, corrections: body.corrections }).toEqual({
      items: before.items,
      publishedAt: before.publishedAt,
      corrections: [
        {
          at: '2026-11-20T14:00:00.000Z',
          commitmentId: meetings.id,
          text: 'Det var två möten.',
          reason: 'Ett möte räknades inte.',
        },
      ],
    });
  });

  it('is not made to a draft, nor about a commitment of another promise', async () => {
    const draft = await written('2026-06-30');
    const correct = (body: object) =>
      coordinator.api.post<ProblemBody>(`/triage/follow-ups/${draft.id}/corrections`, { key: true, body });
    const words = { text: 'Två.', reason: 'Fel.' };
    expect((await correct(words)).body.code).toBe('followUp.notPublished');
    await publishing(draft);
    const foreign = await makeCommitment(app.dataSource, await makeMunicipality(app.dataSource));
    expect((await correct({ ...words, commitmentId: foreign.id })).status).toBe(422);
  });
});

describe('on paper', () => {
  it('is a tagged PDF with title, language and numbered pages', async () => {
    const { body } = await publishing(await written('2026-06-30'));
    const answer = await app.api().get<Buffer>(`/follow-ups/${body.id}/pdf`);
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    expect(answer.headers.get('Content-Disposition')).toContain(`uppfoljning-${town.slug}-2026-06-30.pdf`);
    const text = answer.body.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    for (const mark of [
      '/Lang (sv-SE)',
      '/Marked true',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /Figure',
      '/Alt',
    ])
      expect(text).toContain(mark);
  });
});
