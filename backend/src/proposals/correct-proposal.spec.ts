import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { Position } from '@lofteskartan/shared/position';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaffMember } from '../../test/support/staff.js';
import { makeCommitment } from '../../test/support/promise.js';
import type { StaffMember } from '../platform/staff-member.js';
import { type Correction, CorrectProposalService } from './correct-proposal.service.js';
import { MoveProposalService } from './move-proposal.service.js';
import { codedAnswers, send } from './proposal.fixture.js';

describe('correcting', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let actor: StaffMember;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    actor = await makeStaffMember(app.dataSource, 'coordinator', ale);
  });
  beforeEach(() => app.clock.advance({ minutes: 1 }));
  afterAll(() => app.stop());

  const correct = (proposalId: string, changes: Partial<Correction>) =>
    app.dataSource.transaction((manager) =>
      app
        .get(CorrectProposalService)
        .correct(manager, { proposalId, actor, reason: 'Fel plats', ...changes }),
    );
  const story = (reference: string) => app.api().get<ProposalStory>(`/proposals/${reference}`);
  const lastEvent = async (id: string) =>
    (
      await app.dataSource.query<object[]>(
        'SELECT type, audience, reason, changes FROM proposal_events WHERE proposal_id = $1 ORDER BY id DESC LIMIT 1',
        [id],
      )
    )[0];
  const beside = (degrees: number): Position => [ale.center[0] + degrees, ale.center[1]];

  it('moves the pin, keeps where it was, and tells the public that it was corrected but not why', async () => {
    const sent = await send(app, ale);
    const before = (await story(sent.reference)).body;
    const after = await correct(sent.id, { position: beside(0.01), version: 1 });
    expect(after).toMatchObject({ position: beside(0.01), placement: 'by-staff', version: 2 });
    expect(await lastEvent(sent.id)).toEqual({
      type: 'corrected',
      audience: 'public',
      reason: 'Fel plats',
      changes: { position: { before: ale.center, after: beside(0.01) } },
    });
    const { body } = await story(sent.reference);
    expect(body.position).not.toEqual(before.position);
    expect(body.events.at(-1)).toMatchObject({ type: 'corrected', status: 'received', text: null });
    expect(JSON.stringify(body)).not.toContain('Fel plats');
  });

  it('what the public cannot see is corrected without a word', async () => {
    const sent = await send(app, ale, 'dark-place', { placeName: 'Trapan' });
    const before = (await story(sent.reference)).body;
    app.clock.advance({ hours: 1 });
    await correct(sent.id, { placeName: ' Trappan ' });
    expect(await lastEvent(sent.id)).toMatchObject({ audience: 'staff' });
    expect((await story(sent.reference)).body).toEqual(before);
  });

  it('places what came in words alone', async () => {
    const sent = await send(app, ale, 'dark-place', {
      position: undefined,
      municipality: ale.slug,
      placeName: 'Torget',
    });
    expect((await story(sent.reference)).body.position).toBeNull();
    expect(await correct(sent.id, { position: ale.center })).toMatchObject({
      placement: 'by-staff',
      locality: 'centrum',
    });
    expect((await story(sent.reference)).body).toMatchObject({
      position: expect.any(Array),
      locality: 'centrum',
    });
    const [cell] = await app.dataSource.query<{ total: number }[]>(
      `SELECT (SELECT count(*)::integer FROM map_grid_delta WHERE municipality_id = $1)
         + (SELECT coalesce(sum(total), 0)::integer FROM map_grid WHERE municipality_id = $1 AND level = 16) AS total`,
      [ale.id],
    );
    expect(cell!.total).toBeGreaterThan(0);
  });

  it('changes the kind with the details that belong to it, and asks anew what must be read', async () => {
    const sent = await send(app, ale, 'dark-place');
    const details = {
      ...codedAnswers['speed-check'],
      roadName: 'Storgatan',
      direction: 'ring 070-123 45 67',
    };
    const after = await correct(sent.id, { kind: 'speed-check', details: details as never });
    expect(after).toMatchObject({ kind: 'speed-check', roadListed: true, publication: 'pending' });
    expect(after.personalData).toMatchObject([{ field: 'details.direction', type: 'phone' }]);
    expect((await story(sent.reference)).body).toMatchObject({
      kind: 'speed-check',
      details: { roadName: 'Storgatan', direction: null },
    });
  });

  it('a place that turns out to be neglected is shown again only when a human released it', async () => {
    const sent = await send(app, ale, 'dark-place');
    await correct(sent.id, { kind: 'dark-place', details: { causes: ['neglect'], when: [] } });
    expect((await story(sent.reference)).status).toBe(404);
  });

  it('an idea about drugs loses its position', async () => {
    const sent = await send(app, ale, 'idea');
    const after = await correct(sent.id, { kind: 'idea', details: { topic: 'drugs' } });
    expect(after).toMatchObject({ position: null, placement: 'none', locality: null });
  });

  it('refuses another municipality, the sea, nothing at all, details of an unnamed kind, and an older version', async () => {
    const other = await makeMunicipality(app.dataSource);
    const sent = await send(app, ale);
    const field = (name: string, code: string) => ({
      code: 'input.invalid',
      details: { errors: [{ field: name, code }] },
    });
    await expect(correct(sent.id, { position: other.center })).rejects.toMatchObject(
      field('position', 'otherMunicipality'),
    );
    await expect(correct(sent.id, { position: [0, 0] })).rejects.toMatchObject({ code: 'position.outside' });
    await expect(correct(sent.id, {})).rejects.toMatchObject(field('details', 'required'));
    await expect(correct(sent.id, { details: { topic: 'other' } })).rejects.toMatchObject(
      field('kind', 'required'),
    );
    await expect(correct(sent.id, { placeName: 'Torget', version: 9 })).rejects.toMatchObject({
      code: 'version.stale',
    });
  });

  it('the kind stays while the proposal belongs to a commitment', async () => {
    const sent = await send(app, ale);
    const commitment = await makeCommitment(app.dataSource, ale, { acceptsKinds: ['dark-place'] });
    await app.dataSource.transaction((manager) =>
      app.get(MoveProposalService).move(manager, { proposalId: sent.id, to: 'committed', commitment, actor }),
    );
    const changed = correct(sent.id, { kind: 'idea', details: { topic: 'other' } });
    await expect(changed).rejects.toMatchObject({
      details: { errors: [{ field: 'kind', code: 'kindFixed' }] },
    });
  });
});
