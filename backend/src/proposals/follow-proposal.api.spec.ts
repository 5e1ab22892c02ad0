import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaffMember } from '../../test/support/staff.js';
import { makeCommitment } from '../../test/support/promise.js';
import type { StaffMember } from '../platform/staff-member.js';
import { MoveProposalService, type ProposalMove } from './move-proposal.service.js';
import { send } from './proposal.fixture.js';

describe('the sender’s page', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: StaffMember;
  let resident: Api;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaffMember(app.dataSource, 'case-officer', ale);
  });
  beforeEach(() => {
    resident = app.api();
    app.clock.advance({ minutes: 1 });
  });
  afterAll(() => app.stop());

  const follow = (followToken?: string) =>
    resident.get<FollowedProposal & ProblemBody>('/follow', followToken === undefined ? {} : { followToken });
  const withdraw = (followToken?: string, body: object = {}) =>
    resident.post<FollowedProposal & ProblemBody>('/follow/withdraw', {
      body,
      ...(followToken === undefined ? {} : { followToken }),
    });
  const move = (proposalId: string, to: ProposalMove['to'], more: Partial<ProposalMove> = {}) =>
    app.dataSource.transaction((manager) =>
      app.get(MoveProposalService).move(manager, { proposalId, to, actor: officer, ...more }),
    );

  it('shows one’s own words before anyone has read them', async () => {
    const words = { description: 'Ring 070-123 45 67', placeName: 'Trappan' };
    const details = { causes: ['deserted'], when: [], safetyNow: 2, lampNumber: 'A17' };
    const sent = await send(app, ale, 'dark-place', { ...words, details });
    const { status, headers, body } = await follow(sent.followToken);
    expect([status, headers.get('Cache-Control')]).toEqual([200, 'private, no-store']);
    expect(body).toEqual({
      reference: sent.reference,
      kind: 'dark-place',
      municipality: ale.slug,
      status: 'received',
      position: ale.center,
      ...words,
      details,
      publication: 'pending',
      edited: null,
      publicNow: false,
      photos: [],
      personalData: [{ field: 'description', type: 'phone', start: 5, end: 18 }],
      supportCount: 1,
      commitment: null,
      responsible: null,
      duplicateOf: null,
      case: null,
      events: [{ at: sent.createdAt, type: 'received', status: 'received', text: null, organisation: null }],
      activities: [],
      mayWithdraw: true,
      mayTellOutcome: false,
      outcome: null,
      questions: [],
      wish: null,
      locality: 'centrum',
      contact: null,
      phone: null,
      faultReports: [],
      createdAt: sent.createdAt,
    });
  });

  it('follows what staff decide, in the sender’s language', async () => {
    const sent = await send(app, ale);
    const commitment = await makeCommitment(app.dataSource, ale, { acceptsKinds: ['dark-place'] });
    await move(sent.id, 'committed', { commitment, publicText: 'Vi tar med den.', reason: 'Internt skäl' });
    const { body } = await resident.get<FollowedProposal>('/follow', {
      followToken: sent.followToken,
      headers: { 'Accept-Language': 'en' },
    });
    expect(body).toMatchObject({
      status: 'committed',
      publicNow: true,
      commitment: { title: 'Åtagandet (en)' },
    });
    expect(body.events.at(-1)).toMatchObject({ type: 'moved', text: 'Vi tar med den.' });
    expect(JSON.stringify(body)).not.toContain('Internt');
  });

  it('tells where one’s duplicate leads and how many stand behind the case', async () => {
    const [leader, sent] = [await send(app, ale), await send(app, ale)];
    await move(sent.id, 'duplicate', { duplicateOfReference: leader.reference });
    expect((await follow(sent.followToken)).body).toMatchObject({
      status: 'duplicate',
      duplicateOf: leader.reference,
      supportCount: 2,
      publicNow: false,
      mayWithdraw: true,
    });
  });

  it.each([
    ['no token', undefined, 'followToken.required'],
    ['a wrong one', 'x'.repeat(43), 'followToken.wrong'],
  ])('%s opens nothing', async (_name, token, code) => {
    const [shown, withdrawn] = [await follow(token), await withdraw(token)];
    expect([shown.status, shown.body.code]).toEqual([401, code]);
    expect([withdrawn.status, withdrawn.body.code]).toEqual([401, code]);
  });

  it('another’s token opens another’s page', async () => {
    const [mine, theirs] = [await send(app, ale), await send(app, ale)];
    expect((await follow(theirs.followToken)).body.reference).toBe(theirs.reference);
    await withdraw(theirs.followToken);
    expect((await follow(mine.followToken)).body.status).toBe('received');
  });

  describe('withdrawing', () => {
    it('takes it out of the public for good and keeps its history; twice does no harm', async () => {
      const sent = await send(app, ale);
      const first = await withdraw(sent.followToken, { reason: 'Det är löst.' });
      expect([first.status, first.body]).toMatchObject([
        200,
        { status: 'withdrawn', publicNow: false, mayWithdraw: false },
      ]);
      expect((await resident.get(`/proposals/${sent.reference}`)).status).toBe(404);
      const again = await withdraw(sent.followToken);
      expect([again.status, again.body]).toEqual([200, first.body]);
      const events = await app.dataSource.query<object[]>(
        'SELECT type, from_status, to_status, reason, actor_account_id FROM proposal_events WHERE proposal_id = $1 ORDER BY id',
        [sent.id],
      );
      expect(events.at(-1)).toEqual({
        type: 'withdrawn',
        from_status: 'received',
        to_status: 'withdrawn',
        reason: 'Det är löst.',
        actor_account_id: null,
      });
      expect(events).toHaveLength(2);
      await expect(move(sent.id, 'under-review', { reason: 'Ändå' })).rejects.toMatchObject({
        code: 'move.notAllowed',
      });
    });

    it('at the same time twice is one withdrawal', async () => {
      const sent = await send(app, ale);
      const answers = await Promise.all([withdraw(sent.followToken), withdraw(sent.followToken)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    });

    it('is too late once it has ended', async () => {
      const sent = await send(app, ale);
      await move(sent.id, 'answered', { publicText: 'Tack' });
      const { status, body } = await withdraw(sent.followToken);
      expect([status, body.code]).toEqual([409, 'move.notAllowed']);
    });

    it('lets go of what was gathered under it', async () => {
      const [leader, one, two] = [await send(app, ale), await send(app, ale), await send(app, ale)];
      await move(one.id, 'duplicate', { duplicateOfReference: leader.reference });
      await move(two.id, 'duplicate', { duplicateOfReference: one.reference });
      await withdraw(leader.followToken);
      expect((await follow(one.followToken)).body).toMatchObject({
        status: 'under-review',
        publicNow: true,
        supportCount: 2,
      });
      expect((await follow(two.followToken)).body).toMatchObject({
        status: 'duplicate',
        duplicateOf: one.reference,
      });
    });

    it('takes no photos any more', async () => {
      const sent = await send(app, ale);
      await withdraw(sent.followToken);
      const form = new FormData();
      form.append('photos', new Blob(['bild']), 'bild.jpg');
      const options = { form, key: true, followToken: sent.followToken } as const;
      const { status, body } = await resident.post<ProblemBody>(
        `/proposals/${sent.reference}/photos`,
        options,
      );
      expect([status, body.code]).toEqual([409, 'proposal.withdrawn']);
    });
  });
});
