import { randomUUID } from 'node:crypto';
import type { LikenessCounts, TriageCase } from '@lofteskartan/shared/contracts/cases';
import type { AnswerLedger } from '@lofteskartan/shared/contracts/answers';
import type {
  FollowedProposal,
  ProposalMap,
  ProposalReceipt,
  ProposalStory,
} from '@lofteskartan/shared/contracts/proposals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { PROPOSAL_KINDS, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment } from '../../../test/support/promise.js';
import { northOf, submitProposal } from '../../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

describe('cases', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;
  let handler: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'police-officer', ale);
    handler = await makeStaff(app, 'case-officer', ale);
  });
  afterAll(() => app.stop());

  const sent = (metres = 0, kind: ProposalKind = 'dark-place', details: object = {}) =>
    submitProposal(app, { kind, position: northOf(ale.center, metres), details });
  const read = async (reference: string, by = handler) =>
    (await by.api.get<TriageCase>(`/triage/cases/${reference}`)).body;
  const versionOf = async ({ reference }: ProposalReceipt) =>
    (await handler.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body.version;
  const named = (given: readonly ProposalReceipt[]) =>
    Promise.all(given.map(async (each) => ({ reference: each.reference, version: await versionOf(each) })));
  const act = (reference: string, what: string, body: object, key: string | true = true, by = handler) =>
    by.api.post<TriageCase & ProblemBody>(`/triage/cases/${reference}/${what}`, { key, body });
  const gather = async (leader: ProposalReceipt, ...members: ProposalReceipt[]) => {
    const body = { version: await versionOf(leader), members: await named(members) };
    const answer = await act(leader.reference, 'members', body);
    expect([answer.status, answer.body.code]).toEqual([200, undefined]);
    return answer.body;
  };
  const release = async (leader: ProposalReceipt, ...members: ProposalReceipt[]) =>
    act(leader.reference, 'releases', { members: await named(members), reason: 'Olika stolpar' });
  const move = async (proposal: ProposalReceipt, to: string, more: object = {}) => {
    const body = { to, version: await versionOf(proposal), ...more };
    const answer = await handler.api.post<TriageProposal>(`/triage/proposals/${proposal.reference}/moves`, {
      body,
    });
    expect(answer.status).toBe(200);
  };
  const followed = async ({ followToken }: ProposalReceipt) =>
    (await app.api().get<FollowedProposal>('/follow', { followToken })).body;
  const support = ({ reference }: ProposalReceipt, api = app.api()) =>
    api.post(`/proposals/${reference}/support`, { key: true, body: {} });
  const pins = async () => {
    const [west, south, east, north] = ale.bbox;
    const bbox = [west, south, east, north].join(',');
    const { body } = await app.api().get<ProposalMap>('/proposals/map', { query: { bbox, zoom: 18 } });
    return body.features.map(({ properties }) => properties);
  };
  const ledger = async () =>
    (await app.api().get<AnswerLedger>('/answers', { query: { municipality: ale.slug } })).body;

  describe('suggestions', () => {
    it('say how far away, whether it is the same road and kind, and come likeliest first', async () => {
      const road = { roadName: 'Storgatan' };
      const open = await sent(0, 'speed-check', road);
      const sameRoad = await sent(60, 'speed-check', road);
      const near = await sent(18, 'dark-place');
      await sent(70, 'speed-check', { roadName: 'Ågatan' });
      await sent(260, 'speed-check', road);
      const { suggestions, members, leader } = await read(open.reference);
      expect([leader.reference, members]).toEqual([open.reference, []]);
      expect(suggestions.map(({ reference }) => reference)).toEqual([sameRoad.reference, near.reference]);
      expect(suggestions[0]).toMatchObject({
        road: 'same',
        sameKind: true,
        score: 86,
        mayJoin: true,
        gatheredCount: 0,
      });
      expect(suggestions[1]).toMatchObject({ road: 'unknown', sameKind: false, score: 56 });
      expect(suggestions[1]?.distanceMetres).toBeCloseTo(18, 0);
    });

    it('are open ones, and answered ones for half a year; never what is hidden, withdrawn or gathered', async () => {
      const open = await sent();
      const [answered, hidden, leader, member] = [await sent(5), await sent(6), await sent(7), await sent(8)];
      await move(answered, 'answered', { publicText: 'Lampan är lagad.' });
      await move(hidden, 'hidden');
      await gather(leader, member);
      const withdrawn = await sent(9);
      await app.api().post('/follow/withdraw', { followToken: withdrawn.followToken, body: {} });
      const { suggestions } = await read(open.reference);
      expect(suggestions.map(({ reference, mayJoin }) => [reference, mayJoin])).toEqual([
        [answered.reference, false],
        [leader.reference, true],
      ]);
      expect(suggestions[1]?.gatheredCount).toBe(1);
      await app.dataSource.query(
        `UPDATE proposals SET updated_at = updated_at - interval '200 days' WHERE municipality_id = $1`,
        [ale.id],
      );
      const later = (await read(open.reference)).suggestions;
      expect(later.map(({ reference }) => reference)).toEqual([leader.reference]);
    });

    it('are of the same municipality alone, though one works in the other too', async () => {
      const both = await makeMunicipality(app.dataSource);
      const traveller = await makeStaff(app, 'case-officer', ale, both);
      const one = await submitProposal(app, { kind: 'dark-place', position: ale.center });
      const foreign = await submitProposal(app, { kind: 'dark-place', position: both.center });
      await app.dataSource.query(
        'UPDATE proposals SET position = (SELECT position FROM proposals WHERE reference = $1) WHERE reference = $2',
        [one.reference, foreign.reference],
      );
      expect((await read(one.reference, traveller)).suggestions).toEqual([]);
    });

    it('tell nobody but the police that a check is planned, nor does their order', async () => {
      const { id: commitmentId } = await makeCommitment(app.dataSource, ale, {
        acceptsKinds: PROPOSAL_KINDS,
      });
      const [open, planned, other] = [
        await sent(0, 'speed-check'),
        await sent(10, 'speed-check'),
        await sent(12, 'speed-check'),
      ];
      for (const each of [planned, other]) await move(each, 'committed', { commitmentId });
      const before = await read(open.reference);
      const counted = () =>
        handler.api.get<LikenessCounts>('/triage/likenesses', { query: { reference: open.reference } });
      const countedBefore = (await counted()).body;
      const body = { to: 'planned', version: await versionOf(planned) };
      await officer.api.post(`/triage/proposals/${planned.reference}/moves`, { body });
      expect(await read(open.reference)).toEqual(before);
      expect((await counted()).body).toEqual(countedBefore);
      const seen = (await read(open.reference, officer)).suggestions.map(({ status }) => status);
      expect(seen).toEqual(['planned', 'committed']);
    });

    it('are counted for the queue, for open proposals of one’s own municipalities', async () => {
      const [one, two, far, ended] = [await sent(), await sent(20), await sent(5000), await sent(10)];
      await move(ended, 'answered', { publicText: 'Klart.' });
      const elsewhere = await makeStaff(app, 'case-officer', await makeMunicipality(app.dataSource));
      const reference = [one, two, far, ended].map((each) => each.reference);
      const counts = async (by: TestPerson) =>
        (await by.api.get<LikenessCounts>('/triage/likenesses', { query: { reference } })).body.items;
      expect(await counts(handler)).toEqual(
        expect.arrayContaining([
          { reference: one.reference, count: 2 },
          { reference: two.reference, count: 2 },
        ]),
      );
      expect(await counts(handler)).toHaveLength(2);
      expect(await counts(elsewhere)).toEqual([]);
    });
  });

  describe('gathering', () => {
    it('several in one act: one pin, everybody counted once, and all of it undone', async () => {
      const [leader, one, two] = [await sent(), await sent(20), await sent(30)];
      const neighbour = app.api();
      for (const each of [leader, one, two]) await support(each, neighbour);
      expect(await pins()).toHaveLength(3);
      const gathered = await gather(leader, one, two);
      expect(gathered.members.map(({ reference }) => reference).sort()).toEqual(
        [one.reference, two.reference].sort(),
      );
      expect(gathered.members.map(({ under }) => under)).toEqual([leader.reference, leader.reference]);
      expect(gathered.supportCount).toBe(4);
      expect(await pins()).toEqual([
        expect.objectContaining({ reference: leader.reference, supportCount: 4 }),
      ]);
      const story = (await app.api().get<ProposalStory>(`/proposals/${one.reference}`)).body;
      expect([story.status, story.duplicateOf]).toEqual(['duplicate', leader.reference]);
      expect((await read(two.reference)).leader.reference).toBe(leader.reference);

      const apart = await release(leader, one, two);
      expect([apart.status, apart.body.members]).toEqual([200, []]);
      expect(apart.body.supportCount).toBe(2);
      expect((await pins()).map((pin) => 'supportCount' in pin && pin.supportCount)).toEqual([2, 2, 2]);
      const history = (await handler.api.get<TriageProposal>(`/triage/proposals/${one.reference}`)).body;
      expect(history.status).toBe('under-review');
      expect(history.events.at(-1)).toMatchObject({ type: 'reopened', reason: 'Olika stolpar' });
    });

    it('all or none: one that somebody changed meanwhile stops it', async () => {
      const [leader, one, two] = [await sent(), await sent(20), await sent(30)];
      const body = { version: 1, members: await named([one, two]) };
      await move(two, 'under-review');
      expect((await act(leader.reference, 'members', body)).body.code).toBe('version.stale');
      expect((await read(leader.reference)).members).toEqual([]);
      await move(leader, 'under-review');
      const fresh = { version: 1, members: await named([one, two]) };
      expect((await act(leader.reference, 'members', fresh)).body.code).toBe('version.stale');
      expect((await act(leader.reference, 'members', { ...fresh, version: 2 })).status).toBe(200);
    });

    it('a repeat with the same key changes nothing more', async () => {
      const [leader, one] = [await sent(), await sent(20)];
      const body = { version: 1, members: await named([one]), note: 'Samma lampa' };
      const key = randomUUID();
      const first = await act(leader.reference, 'members', body, key);
      const again = await act(leader.reference, 'members', body, key);
      expect(again.body).toEqual(first.body);
      const { notes } = (await handler.api.get<TriageProposal>(`/triage/proposals/${leader.reference}`)).body;
      expect(notes.map(({ text }) => text)).toEqual(['Samma lampa']);
    });

    it('brings along what somebody leads already, and gives it back with it', async () => {
      const [leader, inner, leaf] = [await sent(), await sent(20), await sent(30)];
      await gather(inner, leaf);
      const whole = await gather(leader, inner);
      expect(new Map(whole.members.map(({ reference, under }) => [reference, under]))).toEqual(
        new Map([
          [inner.reference, leader.reference],
          [leaf.reference, inner.reference],
        ]),
      );
      await release(leader, inner);
      expect((await read(leaf.reference)).leader.reference).toBe(inner.reference);
    });

    it('refuses what cannot be', async () => {
      const [leader, one, ended] = [await sent(), await sent(20), await sent(30)];
      await move(ended, 'answered', { publicText: 'Klart.' });
      const members = (reference: string, version = 1) => ({ version: 1, members: [{ reference, version }] });
      const refused = async (reference: string, what: string, body: object) => {
        const { body: problem } = await act(reference, what, body);
        return problem.errors?.[0]?.code ?? problem.code;
      };
      expect(await refused(leader.reference, 'members', members(leader.reference))).toBe('ownNumber');
      expect(await refused(leader.reference, 'members', members('ALE-22222'))).toBe('notFound');
      expect(await refused(leader.reference, 'members', members(ended.reference, 2))).toBe('move.notAllowed');
      await gather(leader, one);
      expect(await refused(one.reference, 'members', { ...members(leader.reference), version: 2 })).toBe(
        'case.notLeading',
      );
      const reason = { reason: 'Fel' };
      expect(
        await refused(leader.reference, 'releases', {
          ...members(ended.reference, 2),
          ...reason,
          version: undefined,
        }),
      ).toBe('notInTheCase');
      const foreign = await makeMunicipality(app.dataSource);
      const stranger = await submitProposal(app, { kind: 'dark-place', position: foreign.center });
      expect(await refused(leader.reference, 'members', members(stranger.reference))).toBe('notFound');
    });

    it('two who gather each other’s at the same time make no circle', async () => {
      const [one, two] = [await sent(), await sent(20)];
      const answers = await Promise.all([
        act(one.reference, 'members', { version: 1, members: [{ reference: two.reference, version: 1 }] }),
        act(two.reference, 'members', { version: 1, members: [{ reference: one.reference, version: 1 }] }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  describe('who leads', () => {
    it('changes without taking the case apart: the answer, the commitment and the supporters stay', async () => {
      const { id: commitmentId } = await makeCommitment(app.dataSource, ale, {
        acceptsKinds: PROPOSAL_KINDS,
      });
      const [leader, one, two] = [await sent(), await sent(20), await sent(30)];
      await gather(leader, one, two);
      await move(leader, 'committed', { commitmentId, publicText: 'Vi sätter upp en lampa.' });
      const body = async (next: ProposalReceipt) => ({
        version: await versionOf(leader),
        leader: { reference: next.reference, version: await versionOf(next) },
      });
      const changed = await act(leader.reference, 'leaders', await body(two));
      expect(changed.status).toBe(200);
      expect(changed.body.leader).toMatchObject({ reference: two.reference, status: 'committed' });
      expect(changed.body.members.map(({ under }) => under)).toEqual([two.reference, two.reference]);
      const story = (await app.api().get<ProposalStory>(`/proposals/${two.reference}`)).body;
      expect(story).toMatchObject({ status: 'committed', supportCount: 3, commitment: { id: commitmentId } });
      expect(story.latestAnswer?.text).toBe('Vi sätter upp en lampa.');
      expect(await pins()).toEqual([expect.objectContaining({ reference: two.reference })]);
      const former = (await handler.api.get<TriageProposal>(`/triage/proposals/${leader.reference}`)).body;
      expect(former).toMatchObject({ status: 'duplicate', duplicateOf: two.reference, commitment: null });
      expect(former.events.at(-1)?.type).toBe('lead-given');

      const back = { version: await versionOf(two), leader: (await named([leader]))[0] };
      expect((await act(two.reference, 'leaders', back)).body.leader.reference).toBe(leader.reference);
      expect((await act(leader.reference, 'leaders', { ...(await body(two)), version: 1 })).body.code).toBe(
        'version.stale',
      );
      const alone = await sent(500);
      expect((await act(leader.reference, 'leaders', await body(alone))).body.errors?.[0]?.code).toBe(
        'notInTheCase',
      );
      await move(leader, 'answered', { publicText: 'Klart.' });
      expect((await act(leader.reference, 'leaders', await body(two))).body.code).toBe('case.ended');
    });

    it('a planned check stays planned, and nobody but the police can tell', async () => {
      const { id: commitmentId } = await makeCommitment(app.dataSource, ale, {
        acceptsKinds: PROPOSAL_KINDS,
      });
      const [leader, one] = [await sent(0, 'speed-check'), await sent(20, 'speed-check')];
      await gather(leader, one);
      await move(leader, 'committed', { commitmentId });
      const plan = { to: 'planned', version: await versionOf(leader) };
      await officer.api.post(`/triage/proposals/${leader.reference}/moves`, { body: plan });
      const body = { version: await versionOf(leader), leader: (await named([one]))[0] };
      const changed = await act(leader.reference, 'leaders', body);
      expect(changed.body.leader.status).toBe('committed');
      expect((await read(one.reference, officer)).leader.status).toBe('planned');
    });

    it('is not one of another kind than the commitment may take', async () => {
      const { id: commitmentId } = await makeCommitment(app.dataSource, ale, {
        acceptsKinds: PROPOSAL_KINDS,
      });
      const [leader, one] = [await sent(), await sent(20, 'speed-check')];
      await gather(leader, one);
      await move(leader, 'committed', { commitmentId });
      const body = { version: await versionOf(leader), leader: (await named([one]))[0] };
      expect((await act(leader.reference, 'leaders', body)).body.code).toBe('case.otherKind');
      expect((await read(leader.reference)).members[0]?.mayLead).toBe(false);
    });
  });

  describe('one answer for everybody', () => {
    it('stands on each member’s own page, asks each whether it helped, and counts for each', async () => {
      const [leader, one] = [await sent(), await sent(20)];
      await gather(leader, one);
      expect(await ledger()).toMatchObject({ total: 2, gathered: 1, answered: 0, waiting: 2 });
      expect(await followed(one)).toMatchObject({
        status: 'duplicate',
        mayWithdraw: true,
        mayTellOutcome: false,
        case: { reference: leader.reference, status: 'received' },
      });
      await move(leader, 'answered', { publicText: 'Lampan är lagad.' });
      const own = await followed(one);
      expect(own).toMatchObject({ mayWithdraw: false, mayTellOutcome: true, case: { status: 'answered' } });
      expect(own.case?.events.at(-1)).toMatchObject({ status: 'answered', text: 'Lampan är lagad.' });
      expect(await ledger()).toMatchObject({ total: 2, gathered: 1, answered: 2, replied: 2, waiting: 0 });

      const { followToken } = one;
      const told = await app.api().put('/follow/outcome', { followToken, body: { helped: 'no' } });
      expect(told.status).toBe(200);
      const page = async () =>
        (await handler.api.get<TriageProposal>(`/triage/proposals/${one.reference}`)).body;
      expect((await page()).outcomeWaits).toBe(true);
      const { body: shown } = await handler.api.get<TriageProposal>(`/triage/proposals/${leader.reference}`);
      expect([shown.gatheredWaiting, (await page()).gatheredWaiting]).toEqual([[one.reference], []]);
      await move(leader, 'under-review', { reason: 'Den är trasig igen' });
      expect((await page()).outcomeWaits).toBe(false);
      expect(await followed(one)).toMatchObject({ mayTellOutcome: false, outcome: null });
    });

    it('a question to the leader’s sender is not shown to the others', async () => {
      const [leader, one] = [await sent(), await sent(20)];
      await gather(leader, one);
      await move(leader, 'under-review');
      await move(leader, 'awaiting-reply', { publicText: 'Vilken stolpe?' });
      expect((await followed(one)).case?.status).toBe('under-review');
      expect(JSON.stringify(await followed(one))).not.toContain('Vilken stolpe');
    });

    it('the words of the leader’s sender are not shown on the others’ pages', async () => {
      const leader = await submitProposal(app, {
        kind: 'dark-place',
        position: ale.center,
        description: 'Hemlig mening',
        placeName: 'Hemlig plats',
      });
      const one = await sent(20);
      await gather(leader, one);
      expect(JSON.stringify(await followed(one))).not.toContain('Hemlig');
    });
  });

  describe('when one goes', () => {
    it('a leader that is hidden lets its members go', async () => {
      const [leader, one] = [await sent(), await sent(20)];
      await gather(leader, one);
      await move(leader, 'hidden');
      expect(await pins()).toEqual([
        expect.objectContaining({ reference: one.reference, status: 'under-review' }),
      ]);
      expect((await followed(one)).case).toBeNull();
      expect((await read(one.reference)).leader.reference).toBe(one.reference);
    });

    it('a member may be hidden, or withdrawn by its sender, and is counted no more', async () => {
      const [leader, one, two] = [await sent(), await sent(20), await sent(30)];
      await gather(leader, one, two);
      await move(one, 'hidden');
      const { followToken } = two;
      const withdrawn = await app.api().post('/follow/withdraw', { followToken, body: {} });
      expect(withdrawn.status).toBe(200);
      expect(await read(leader.reference)).toMatchObject({ members: [], supportCount: 1 });
      expect(await ledger()).toMatchObject({ total: 1, gathered: 0 });
    });

    it('a member of an answered case is not withdrawn any more', async () => {
      const [leader, one] = [await sent(), await sent(20)];
      await gather(leader, one);
      await move(leader, 'answered', { publicText: 'Klart.' });
      const { followToken } = one;
      const { body } = await app.api().post<ProblemBody>('/follow/withdraw', { followToken, body: {} });
      expect(body.code).toBe('move.notAllowed');
    });
  });
});
