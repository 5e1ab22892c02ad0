import type {
  FollowedProposal,
  ProposalReceipt,
  ProposalStory,
} from '@lofteskartan/shared/contracts/proposals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

const sentWords = 'Kalle Svensson på nummer 4 kör för fort';
const masked = 'En granne kör för fort';
const reason = 'Texten namngav en person.';

describe('words that staff edit', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;
  let sent: ProposalReceipt;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', ale);
  });
  beforeEach(async () => {
    app.clock.advance({ minutes: 1 });
    const position = northOf(ale.center, 100);
    sent = await submitProposal(app, { kind: 'speed-check', position, description: sentWords });
  });
  afterAll(() => app.stop());

  const path = (): string => `/triage/proposals/${sent.reference}`;
  const edit = (body: object, who = officer) =>
    who.api.post<TriageProposal>(`${path()}/edited-words`, { body });
  const release = () => officer.api.post(`${path()}/publication`, { body: { text: 'release' } });
  const story = async () => (await app.api().get<ProposalStory>(`/proposals/${sent.reference}`)).body;
  const own = async () =>
    (await app.api().get<FollowedProposal>('/follow', { followToken: sent.followToken })).body;

  it('after they were published: everyone reads the edited ones and that they are edited', async () => {
    await release();
    expect(await story()).toMatchObject({ description: sentWords, textEdited: false });
    const { status, body } = await edit({ version: 2, description: masked, reason });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      description: sentWords,
      edited: { description: masked, reason },
      version: 3,
    });
    expect(await story()).toMatchObject({ description: masked, textEdited: true });
    expect(JSON.stringify(await story())).not.toContain('namngav');
    const found = await app.api().get<{ items: object[] }>('/proposals', { query: { q: 'Svensson' } });
    expect(found.body.items).toEqual([]);
  });

  it('before they are published: nobody is told of either', async () => {
    await edit({ version: 1, description: masked, reason });
    expect(await story()).toMatchObject({ description: null, textEdited: false });
    await release();
    expect(await story()).toMatchObject({ description: masked, textEdited: true });
  });

  it('the sender reads both, and why', async () => {
    await edit({ version: 1, description: masked, reason });
    expect(await own()).toMatchObject({ description: sentWords, edited: { description: masked, reason } });
  });

  it('the history keeps what was shown before and after, and who edited it', async () => {
    await edit({ version: 1, description: masked, reason });
    const { body } = await edit({ version: 2, description: 'Någon kör för fort', reason: 'Ännu kortare.' });
    const told = body.events.filter(({ type }) => type === 'words-edited');
    expect(told).toMatchObject([
      { actor: officer.staff.name, reason, changes: { description: { before: sentWords, after: masked } } },
      { changes: { description: { before: masked, after: 'Någon kör för fort' } } },
    ]);
  });

  it('the words as they were sent take the edit back', async () => {
    await release();
    await edit({ version: 2, description: masked, reason });
    const { body } = await edit({ version: 3, description: sentWords, reason: 'Grannen heter inte så.' });
    expect(body.edited).toBeNull();
    expect(await story()).toMatchObject({ description: sentWords, textEdited: false });
  });

  it.each<[name: string, body: object, status: number]>([
    ['no reason', { version: 1, description: masked }, 422],
    ['no words', { version: 1, description: ' ', reason }, 422],
    ['the same words', { version: 1, description: sentWords, reason }, 422],
    ['an older version', { version: 0, description: masked, reason }, 409],
  ])('%s is refused', async (_name, body, status) => {
    expect((await edit(body)).status).toBe(status);
    expect((await own()).edited).toBeNull();
  });

  it('a proposal without words gets none', async () => {
    sent = await submitProposal(app, { kind: 'speed-check', position: northOf(ale.center, 200) });
    expect((await edit({ version: 1, description: masked, reason })).body).toMatchObject({
      errors: [{ field: 'description', code: 'noWords' }],
    });
  });

  it('nobody of another municipality edits them', async () => {
    const elsewhere = await makeStaff(app, 'case-officer', await makeMunicipality(app.dataSource));
    expect((await edit({ version: 1, description: masked, reason }, elsewhere)).status).toBe(404);
  });
});
