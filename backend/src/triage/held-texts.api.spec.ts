import type { BlockListView } from '@lofteskartan/shared/contracts/block-list';
import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { LogPage } from '@lofteskartan/shared/contracts/work-log';
import { mailing } from '../../test/support/access-scene.js';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { send } from '../proposals/proposal.fixture.js';

describe('the block list', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;
  let coordinator: TestPerson;

  beforeAll(async () => {
    app = await startTestApp({ config: mailing });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', ale);
    coordinator = await makeStaff(app, 'coordinator', ale);
    await put(['svin*', 'dra åt skogen']);
  });

  const listPath = () => `/municipalities/${ale.slug}/block-list`;
  const list = async () => (await coordinator.api.get<BlockListView>(listPath())).body;
  async function put(words: string[], version?: number) {
    const body = { version: version ?? (await list()).version, words };
    return coordinator.api.put<BlockListView & ProblemBody>(listPath(), { body });
  }
  const seen = async (reference: string) =>
    (await officer.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body;
  const queue = async () => (await officer.api.get<TriagePage>('/triage/proposals')).body.items;
  const publicStory = async (reference: string) =>
    (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body;
  const act = (reference: string, what: string, body: object) =>
    officer.api.post<TriageProposal>(`/triage/proposals/${reference}/${what}`, { body });

  it('is kept tidy and in order, with the version that was read; the log has what was added and removed', async () => {
    expect((await put(['åsna', ' Svin* '])).body.words).toEqual(['Svin*', 'åsna']);
    const stale = await put(['annat'], 1);
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
    const query = { municipality: ale.slug, area: 'administration' };
    const { items } = (await coordinator.api.get<LogPage>('/work-log', { query })).body;
    expect(items[0]).toMatchObject({ type: 'block-list.changed', person: coordinator.staff.name });
    const [event] = await app.dataSource.query<{ changes: object }[]>(
      'SELECT changes FROM admin_events WHERE municipality_id = $1 ORDER BY id DESC LIMIT 1',
      [ale.id],
    );
    expect(event?.changes).toEqual({ before: ['dra åt skogen', 'svin*'], after: ['Svin*', 'åsna'] });
  });

  it('tells each word that cannot stand in it', async () => {
    const { status, body } = await put(['*', 'ab*', 'bra', 'BRA']);
    expect(status).toBe(422);
    expect(body.errors?.map(({ field, code }) => [field, code])).toEqual([
      ['words[0]', 'wildcard'],
      ['words[1]', 'wildcard'],
      ['words[3]', 'notUnique'],
    ]);
    expect((await list()).words).toEqual(['dra åt skogen', 'svin*']);
  });

  it('takes in what hits it as ever, holds the words and tops the queue', async () => {
    const plain = await send(app, ale, 'speed-check', { description: 'Alla kör fort' });
    const hit = await send(app, ale, 'speed-check', { description: 'Vilket SVINERI' });
    app.clock.advance({ minutes: 1 });
    const later = await send(app, ale, 'speed-check', { description: 'Fort igen' });
    expect(Object.keys(hit).sort()).toEqual(Object.keys(plain).sort());
    expect([hit.status, hit.publicNow]).toEqual([plain.status, plain.publicNow]);
    expect((await queue()).map(({ reference, heldWords }) => [reference, heldWords])).toMatchObject([
      [hit.reference, ['svin*']],
      [later.reference, []],
      [plain.reference, []],
    ]);
    const { heldTexts, events } = await seen(hit.reference);
    expect(heldTexts).toMatchObject([{ source: 'proposal', words: ['svin*'], readBy: null }]);
    expect(events.map(({ type }) => type)).toContain('words-held');
    const told = await publicStory(hit.reference);
    expect([told.description, JSON.stringify(told).includes('svin')]).toEqual([null, false]);
  });

  it('keeps back even a road of the place list when it hits', async () => {
    await put(['storgatan']);
    const details = {
      weekdays: ['mon'],
      hourBands: ['07-09'],
      problems: ['speeding'],
      near: [],
      roadName: 'Storgatan',
    };
    const { reference } = await send(app, ale, 'speed-check', { details });
    expect((await publicStory(reference)).details).toMatchObject({ roadName: null });
    expect(await seen(reference)).toMatchObject({ publication: 'pending', heldWords: ['storgatan'] });
    await act(reference, 'publication', { version: 1, text: 'release' });
    expect((await publicStory(reference)).details).toMatchObject({ roadName: 'Storgatan' });
  });

  it('lets go of a proposal’s words when it is decided about them', async () => {
    const { reference } = await send(app, ale, 'dark-place', { description: 'dra åt skogen' });
    const { body } = await act(reference, 'publication', { version: 1, text: 'keep-back' });
    expect(body).toMatchObject({ heldWords: [], heldTexts: [{ readBy: officer.staff.name }] });
  });

  it('holds every other text of a resident until somebody has read it', async () => {
    const contact = { email: 'a@example.org', name: 'Svinpäls' };
    const { reference, followToken } = await send(app, ale, 'dark-place', { contact });
    const anyone = app.api();
    await anyone.post(`/proposals/${reference}/reports`, {
      key: true,
      body: { reason: 'other', text: 'svin!' },
    });
    await anyone.post(`/proposals/${reference}/support`, {
      key: true,
      body: { contact: { email: 'b@example.org', name: 'Svin' } },
    });
    await anyone.put('/follow/contact', { followToken, body: { email: 'a@example.org', name: 'Svin igen' } });
    await act(reference, 'moves', { to: 'under-review', version: 1 });
    await act(reference, 'moves', { to: 'awaiting-reply', version: 2, publicText: 'Var då?' });
    await anyone.post('/follow/replies', { key: true, followToken, body: { text: 'I svinstian' } });
    await act(reference, 'moves', { to: 'answered', version: 4, publicText: 'Tack!' });
    await anyone.put('/follow/outcome', { followToken, body: { helped: 'no', text: 'svin' } });
    const withdrawn = await send(app, ale, 'dark-place');
    await anyone.post('/follow/withdraw', { followToken: withdrawn.followToken, body: { reason: 'svin' } });
    expect((await seen(withdrawn.reference)).heldTexts).toMatchObject([{ source: 'withdrawal' }]);
    const { heldTexts } = await seen(reference);
    expect(heldTexts.map(({ source }) => source).sort()).toEqual([
      'contact-name',
      'contact-name',
      'contact-name',
      'outcome',
      'reply',
      'report',
    ]);
    const path = `/triage/proposals/${reference}/held-texts/readings`;
    const body = { ids: heldTexts.map(({ id }) => id) };
    const read = await officer.api.post<TriageProposal>(path, { key: true, body });
    expect([read.status, read.body.heldWords]).toEqual([200, []]);
    expect(read.body.events.at(-1)).toMatchObject({ type: 'held-words-read', actor: officer.staff.name });
    expect((await officer.api.post(path, { key: true, body })).status).toBe(404);
  });

  it('holds in its own municipality alone', async () => {
    const kungalv = await makeMunicipality(app.dataSource);
    await send(app, kungalv, 'dark-place', { description: 'svin' });
    const { reference } = await send(app, ale, 'dark-place', { description: 'ett fint ställe' });
    expect((await seen(reference)).heldTexts).toEqual([]);
    const [row] = await app.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::integer AS count FROM held_texts WHERE municipality_id = $1',
      [kungalv.id],
    );
    expect(row?.count).toBe(0);
  });
});
