import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaffMember } from '../../test/support/staff.js';
import type { StaffMember } from '../platform/staff-member.js';
import { codedAnswers, send } from './proposal.fixture.js';
import { type Publication, PublishProposalService } from './publish-proposal.service.js';

describe('releasing and keeping back', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let actor: StaffMember;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    actor = await makeStaffMember(app.dataSource, 'case-officer', ale);
  });
  beforeEach(() => app.clock.advance({ minutes: 1 }));
  afterAll(() => app.stop());

  const publish = (proposalId: string, decisions: Partial<Publication>) =>
    app.dataSource.transaction((manager) =>
      app.get(PublishProposalService).publish(manager, { proposalId, actor, ...decisions }),
    );
  const story = (reference: string) => app.api().get<ProposalStory>(`/proposals/${reference}`);
  const words = {
    description: 'De kör alldeles för fort',
    placeName: 'Vid kiosken',
    details: { ...codedAnswers['speed-check'], roadName: 'Bakgatan', direction: 'mot torget' },
  };

  it('shows the words from then on, and takes them back again', async () => {
    const sent = await send(app, ale, 'speed-check', words);
    expect((await story(sent.reference)).body).toMatchObject({
      description: null,
      placeName: null,
      details: { roadName: null, direction: null },
    });
    const after = await publish(sent.id, { text: 'release', version: 1 });
    expect(after).toMatchObject({ publication: 'released', version: 2 });
    expect((await story(sent.reference)).body).toMatchObject({
      description: words.description,
      placeName: words.placeName,
      details: { roadName: 'Bakgatan', direction: 'mot torget' },
      updatedAt: app.clock.now().toISOString(),
    });
    const found = await app
      .api()
      .get<{ items: object[] }>('/proposals', { query: { q: 'kiosken', municipality: ale.slug } });
    expect(found.body.items).toHaveLength(1);
    await publish(sent.id, { text: 'keep-back', reason: 'Namn på en granne' });
    expect((await story(sent.reference)).body).toMatchObject({
      description: null,
      details: { roadName: null },
    });
    expect(JSON.stringify((await story(sent.reference)).body)).not.toContain('granne');
  });

  it('an idea shows at all only then', async () => {
    const sent = await send(app, ale, 'idea');
    await publish(sent.id, { text: 'keep-back' });
    expect((await story(sent.reference)).status).toBe(404);
    await publish(sent.id, { text: 'release' });
    expect((await story(sent.reference)).body.description).toBe('Fler lampor längs gångvägen');
  });

  it('tells staff who decided what and why', async () => {
    const sent = await send(app, ale, 'speed-check', words);
    await publish(sent.id, { text: 'keep-back', reason: 'Namn på en granne' });
    const events = await app.dataSource.query<object[]>(
      'SELECT type, audience, reason, changes, actor_account_id, organisation_id FROM proposal_events WHERE proposal_id = $1 ORDER BY id DESC LIMIT 1',
      [sent.id],
    );
    expect(events).toEqual([
      {
        type: 'kept-back',
        audience: 'staff',
        reason: 'Namn på en granne',
        changes: { text: true, photos: [] },
        actor_account_id: actor.accountId,
        organisation_id: ale.office.id,
      },
    ]);
  });

  it.each<[name: string, decisions: Partial<Publication>, refused: object]>([
    [
      'nothing decided',
      {},
      { code: 'input.invalid', details: { errors: [{ field: 'text', code: 'required' }] } },
    ],
    [
      'a photo of another proposal',
      { photos: [{ id: '00000000-0000-4000-8000-000000000000', decision: 'release' }] },
      { code: 'input.invalid', details: { errors: [{ field: 'photos[0].id', code: 'notFound' }] } },
    ],
    ['an older version', { text: 'release', version: 4 }, { code: 'version.stale' }],
  ])('%s is refused', async (_name, decisions, refused) => {
    const sent = await send(app, ale, 'speed-check', words);
    await expect(publish(sent.id, decisions)).rejects.toMatchObject(refused);
  });
});
