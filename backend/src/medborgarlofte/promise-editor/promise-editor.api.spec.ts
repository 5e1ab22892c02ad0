import { randomUUID } from 'node:crypto';
import type { StaffFollowUp } from '@lofteskartan/shared/contracts/follow-ups';
import type { Medborgarlofte, MedborgarloftePage } from '@lofteskartan/shared/contracts/medborgarlofte';
import type {
  PublishedPromise,
  SavedPromiseDraft,
  StaffPromises,
} from '@lofteskartan/shared/contracts/promise-editor';
import type { PromiseContent, PromiseDraft } from '@lofteskartan/shared/promise-content';
import type {
  ComparedPromiseVersion,
  PromiseVersions,
} from '@lofteskartan/shared/contracts/promise-versions';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { commitmentOf, contentOf, words } from './promise.fixture.js';

let app: TestApp;
let town: TestMunicipality;
let coordinator: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  coordinator = await makeStaff(app, 'coordinator', town);
});
afterAll(() => app.stop());

const drafts = '/triage/promise-drafts';
const begin = async (body: object = { origin: 'nothing' }) =>
  (
    await coordinator.api.post<PromiseDraft & ProblemBody>(drafts, {
      key: true,
      body: { municipality: town.slug, ...body },
    })
  ).body;
const save = (id: string, version: number, content: PromiseContent, { api } = coordinator) =>
  api.put<SavedPromiseDraft & ProblemBody>(`${drafts}/${id}`, { body: { version, content } });
const publish = (id: string, version: number, note?: object, key: string | true = true) =>
  coordinator.api.post<PublishedPromise & ProblemBody>(`${drafts}/${id}/publish`, {
    key,
    body: { version, ...(note ? { note } : {}) },
  });
const ours = (changes: Partial<PromiseContent> = {}): PromiseContent =>
  contentOf({
    from: '2026-01-01',
    to: '2028-12-31',
    commitments: [commitmentOf(randomUUID(), { owners: [town.police.slug], partners: [town.office.slug] })],
    ...changes,
  });
const firstOf = ({ commitments: [first] }: PromiseContent) => {
  if (!first) throw new Error('No commitment');
  return first;
};
const present = async (language = 'sv') =>
  (
    await app.api().get<MedborgarloftePage>('/medborgarloften', {
      query: { municipality: town.slug, time: 'present' },
      headers: { 'Accept-Language': language },
    })
  ).body.items[0];

async function published(content: PromiseContent): Promise<string> {
  const { id } = await begin();
  expect((await save(id, 1, content)).status).toBe(200);
  const { status, body } = await publish(id, 2);
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.promiseId;
}

describe('a promise from nothing', () => {
  it('is written, looked at and published; then everyone reads it, English where there is some', async () => {
    const content = ours({ title: words('Vårt löfte', 'Our promise') });
    const { id } = await begin();
    await save(id, 1, content);
    expect((await present())?.id).toBeUndefined();
    const preview = await coordinator.api.get<Medborgarlofte>(`${drafts}/${id}/preview`);
    expect(preview.body).toMatchObject({
      title: 'Vårt löfte',
      commitments: [{ progress: { target: 70, done: 0 } }],
    });
    const { body } = await publish(id, 2);
    expect(body.number).toBe(1);
    expect(await present()).toMatchObject({
      id: body.promiseId,
      title: 'Vårt löfte',
      intro: ['Så här lovar vi.', 'Och varför.'],
      focusAreas: [{ slug: 'trafik', heading: 'Trafik' }],
      commitments: [
        {
          id: firstOf(content).id,
          slug: 'hastighetskontroller',
          owners: [{ slug: town.police.slug }],
          partners: [{ slug: town.office.slug }],
        },
      ],
    });
    expect(await present('en')).toMatchObject({
      title: 'Our promise',
      commitments: [{ title: 'Hastighetskontroller' }],
    });
    expect((await coordinator.api.get(`${drafts}/${id}`)).status).toBe(404);
  });

  it('is not published before it is whole: each fault is told at its field', async () => {
    const { id } = await begin();
    const { status, body } = await publish(id, 1);
    expect(status).toBe(422);
    expect(body.errors?.map(({ field }) => field)).toEqual([
      'content.title.sv',
      'content.intro.sv',
      'content.from',
      'content.focusAreas',
      'content.commitments',
    ]);
    expect((await coordinator.api.post(`${drafts}/${id}/checks`, { body: {} })).status).toBe(422);
  });

  it('does not hold at the same time as another, in words', async () => {
    await published(ours());
    const { id } = await begin();
    await save(id, 1, ours({ from: '2028-06-01', to: null }));
    const { status, body } = await publish(id, 2);
    expect(status).toBe(422);
    expect(body.errors?.[0]?.message).toBe(
      'Löftet Medborgarlöfte gäller 2026-01-01–2028-12-31. Två löften kan inte gälla samtidigt.',
    );
  });

  it('may be published before it begins; until then the earlier one stands', async () => {
    const earlier = await published(ours());
    const copy = await begin({ origin: 'copy', promiseId: earlier });
    expect([copy.promiseId, copy.content.from]).toEqual([null, '2029-01-01']);
    const later = await publish(copy.id, 1);
    expect(later.status).toBe(200);
    expect((await present())?.id).toBe(earlier);
    app.clock.set('2029-01-02T12:00:00Z');
    expect((await present())?.id).toBe(later.body.promiseId);
  });
});

describe('steps', () => {
  it('keep their ids through versions; those that nothing completed may go', async () => {
    const steps = ['Bohusskolan', 'Aroseniusskolan'].map((name) => ({
      id: randomUUID(),
      name: words(name),
      dueOn: '2027-06-30',
    }));
    const inSteps = commitmentOf(randomUUID(), {
      type: 'milestones',
      milestones: steps,
      owners: [town.office.slug],
      requiresWish: false,
    });
    const promiseId = await published(ours({ commitments: [inSteps] }));
    const draft = await begin({ origin: 'change', promiseId });
    const [, second] = steps;
    await save(draft.id, 1, {
      ...draft.content,
      commitments: [{ ...inSteps, milestones: second ? [second] : [] }],
    });
    expect((await publish(draft.id, 2, words('En skola mindre.'))).status).toBe(200);
    expect((await present())?.commitments).toMatchObject([
      { progress: { steps: [{ id: second?.id, name: 'Aroseniusskolan', dueOn: '2027-06-30' }] } },
    ]);
  });
});

describe('two editors at once', () => {
  it('the one who read an older version is refused, and nothing is overwritten', async () => {
    const other = await makeStaff(app, 'coordinator', town);
    const { id } = await begin();
    await save(id, 1, ours({ title: words('Min') }), other);
    const { status, body } = await save(id, 1, ours({ title: words('Din') }));
    expect([status, body.code]).toEqual([409, 'version.stale']);
    const { body: draft } = await coordinator.api.get<PromiseDraft>(`${drafts}/${id}`);
    expect([draft.content.title.sv, draft.version]).toEqual(['Min', 2]);
    expect((await publish(id, 1)).body.code).toBe('version.stale');
  });

  it('a promise has one draft at a time', async () => {
    const promiseId = await published(ours());
    await begin({ origin: 'change', promiseId });
    expect((await begin({ origin: 'change', promiseId })).code).toBe('promise.draftExists');
  });
});

describe('a change of a published promise', () => {
  it('needs words, becomes a version, and the two can be compared', async () => {
    const promiseId = await published(ours());
    const draft = await begin({ origin: 'change', promiseId });
    const first = firstOf(draft.content);
    const commitments = [{ ...first, target: 80, text: words('Minst 80 kontroller.') }];
    await save(draft.id, 1, { ...draft.content, commitments });
    const wordless = await publish(draft.id, 2);
    expect(wordless.body.errors?.map(({ field }) => field)).toEqual(['note.sv']);
    const key = randomUUID();
    const note = words('Vi lovar fler kontroller.', 'We promise more checks.');
    expect((await publish(draft.id, 2, note, key)).body.number).toBe(2);
    expect((await publish(draft.id, 2, note, key)).body.number).toBe(2);

    const path = `/medborgarloften/${promiseId}/versions`;
    const { body: list } = await app.api().get<PromiseVersions>(path);
    expect(list.items.map(({ number, note: said }) => [number, said])).toEqual([
      [2, 'Vi lovar fler kontroller.'],
      [1, null],
    ]);
    const { body: compared } = await app.api().get<ComparedPromiseVersion>(`${path}/2`);
    expect(compared.changes).toMatchObject([
      { field: 'text', words: [{}, { text: '70', mark: 'removed' }, { text: '80', mark: 'added' }, {}] },
      { field: 'target', before: '70', after: '80', words: [] },
    ]);
    expect((await app.api().get(`${path}/3`)).status).toBe(404);
    expect((await present())?.commitments[0]).toMatchObject({ id: first.id, progress: { target: 80 } });
  });

  it('keeps an address though the title changes, and takes out what nothing hangs on', async () => {
    const content = ours();
    const second = commitmentOf(randomUUID(), { owners: [town.office.slug], title: words('Möten') });
    const promiseId = await published({ ...content, commitments: [...content.commitments, second] });
    const draft = await begin({ origin: 'change', promiseId });
    const renamed = { ...firstOf(content), title: words('Fartkontroller') };
    await save(draft.id, 1, { ...draft.content, commitments: [renamed] });
    expect((await publish(draft.id, 2, words('Möten utgår.'))).status).toBe(200);
    expect((await present())?.commitments.map(({ slug, title }) => [slug, title])).toEqual([
      ['hastighetskontroller', 'Fartkontroller'],
    ]);
    expect((await app.api().get(`/commitments/${second.id}`)).status).toBe(404);
  });

  it('is thrown away without a trace in what is published', async () => {
    const promiseId = await published(ours());
    const draft = await begin({ origin: 'change', promiseId });
    expect((await coordinator.api.delete(`${drafts}/${draft.id}`)).status).toBe(204);
    const { body } = await coordinator.api.get<StaffPromises>('/triage/promises', {
      query: { municipality: town.slug },
    });
    expect(body).toMatchObject({ drafts: [], promises: [{ id: promiseId, time: 'present', versions: 1 }] });
    const events = await app.dataSource.query<{ type: string }[]>(
      'SELECT type FROM promise_events ORDER BY id',
    );
    expect(events.map(({ type }) => type)).toEqual(['drafted', 'published', 'drafted', 'discarded']);
  });
});

describe('a promise that was there before versions were kept', () => {
  let meetings: TestCommitment;

  beforeEach(async () => {
    meetings = await makeCommitment(app.dataSource, town, {
      target: 10,
      acceptsKinds: ['idea'],
      owners: [town.office],
      opening: { count: 3, asOf: '2025-06-30', source: 'Pärmen' },
    });
    const body = { commitmentId: meetings.id, occurredOn: '2026-05-10', publicText: 'Ett möte.' };
    const { body: logged } = await coordinator.api.post<{ id: string }>('/activities', { key: true, body });
    await coordinator.api.post(`/activities/${logged.id}/confirm`, { body: {} });
  });

  const change = () => begin({ origin: 'change', promiseId: meetings.medborgarlofteId });

  it('has what is published as its first version; activities and opening balance stay with the commitment', async () => {
    const draft = await change();
    expect(draft).toMatchObject({ published: 1, uses: [{ id: meetings.id, hasActivities: true }] });
    const commitments = [{ ...firstOf(draft.content), target: 12 }];
    await save(draft.id, 1, { ...draft.content, commitments });
    expect((await publish(draft.id, 2, words('Fler möten.'))).body.number).toBe(2);
    expect((await present())?.commitments).toMatchObject([
      { id: meetings.id, slug: meetings.slug, progress: { target: 12, done: 4, opening: { count: 3 } } },
    ]);
    const { body } = await app
      .api()
      .get<PromiseVersions>(`/medborgarloften/${meetings.medborgarlofteId}/versions`);
    expect(body.items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('a follow-up keeps the target that it froze', async () => {
    const asOf = '2026-10-31';
    const { body: followUp } = await coordinator.api.post<StaffFollowUp>('/triage/follow-ups', {
      key: true,
      body: { medborgarlofteId: meetings.medborgarlofteId, asOf },
    });
    const items = [{ commitmentId: meetings.id, result: 'Möten.', deviation: 'Få.', nextStep: 'Fler.' }];
    const path = `/triage/follow-ups/${followUp.id}`;
    await coordinator.api.put(path, { body: { version: 1, items } });
    expect((await coordinator.api.post(`${path}/publish`, { key: true, body: { version: 2 } })).status).toBe(
      200,
    );
    const draft = await change();
    await save(draft.id, 1, { ...draft.content, commitments: [{ ...firstOf(draft.content), target: 99 }] });
    await publish(draft.id, 2, words('Fler möten.'));
    const { body } = await app
      .api()
      .get<StaffFollowUp>('/follow-ups/by-date', { query: { municipality: town.slug, asOf } });
    expect(body.items).toMatchObject([{ progress: { target: 10 } }]);
  });

  it('a commitment with activities is neither removed nor counted otherwise, but may be closed', async () => {
    const draft = await change();
    const first = firstOf(draft.content);
    const other = commitmentOf(randomUUID(), { owners: [town.police.slug] });
    await save(draft.id, 1, { ...draft.content, commitments: [other] });
    const removed = await publish(draft.id, 2, words('Bort.'));
    expect(removed.body.errors?.map(({ field }) => field)).toEqual(['content.commitments']);
    await save(draft.id, 2, {
      ...draft.content,
      commitments: [{ ...first, type: 'ongoing', staleAfterDays: 90 }],
    });
    const retyped = await publish(draft.id, 3, words('Annorlunda.'));
    expect(retyped.body.errors?.map(({ field }) => field)).toEqual(['content.commitments[0].type']);

    const closing = { from: '2026-11-01', words: words('Mötena tas över av skolan.') };
    await save(draft.id, 3, { ...draft.content, commitments: [{ ...first, closing }] });
    expect((await publish(draft.id, 4, words('Skolan tar över.'))).status).toBe(200);
    expect((await present())?.commitments).toMatchObject([
      {
        closing: { from: '2026-11-01', words: 'Mötena tas över av skolan.' },
        acceptsKinds: [],
        progress: { done: 4 },
      },
    ]);
    const late = await coordinator.api.post<ProblemBody>('/activities', {
      key: true,
      body: { commitmentId: meetings.id, occurredOn: '2026-11-02', publicText: 'Ett möte.' },
    });
    expect(late.body.errors?.map(({ field, code }) => [field, code])).toEqual([
      ['occurredOn', 'afterTheCommitment'],
    ]);
  });
});
