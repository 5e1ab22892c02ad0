import type { ProposalStory, SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalStatus } from '@lofteskartan/shared/vocabulary';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaffMember } from '../../test/support/staff.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { MoveProposalService, type ProposalMove } from './move-proposal.service.js';
import { FINEST_LEVEL } from './public/map-grid.rules.js';
import { send } from './proposal.fixture.js';
import type { ProposalRecord } from './proposal-record.js';

type Refusal = { code: string; fields: string[] };

describe('moving a proposal', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: StaffMember;
  let police: StaffMember;
  let commitment: TestCommitment;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaffMember(app.dataSource, 'case-officer', ale);
    police = await makeStaffMember(app.dataSource, 'police-officer', ale);
    commitment = await makeCommitment(app.dataSource, ale, { acceptsKinds: ['dark-place', 'speed-check'] });
  });
  beforeEach(() => app.clock.advance({ minutes: 1 }));
  afterAll(() => app.stop());

  const move = (
    proposalId: string,
    to: ProposalStatus,
    more: Partial<ProposalMove> = {},
  ): Promise<ProposalRecord> =>
    app.dataSource.transaction((manager) =>
      app.get(MoveProposalService).move(manager, { proposalId, to, actor: officer, ...more }),
    );
  const refusal = (moved: Promise<unknown>): Promise<Refusal | 'moved'> =>
    moved.then(
      () => 'moved' as const,
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        return {
          code: error.code,
          fields: (error.details.errors ?? []).map(({ field, code }) => `${field} ${code}`),
        };
      },
    );
  const privateRow = async (id: string) =>
    (
      await app.dataSource.query<Record<string, unknown>[]>('SELECT * FROM proposals WHERE id = $1', [id])
    )[0]!;
  const publicRow = async (id: string) =>
    (
      await app.dataSource.query<Record<string, unknown>[]>(
        'SELECT * FROM public_proposals WHERE proposal_id = $1',
        [id],
      )
    )[0];
  const story = async (reference: string) =>
    (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body;
  const events = (id: string) =>
    app.dataSource.query<Record<string, unknown>[]>(
      'SELECT type, audience, from_status, to_status, public_text, reason, changes FROM proposal_events WHERE proposal_id = $1 ORDER BY id',
      [id],
    );
  const support = async (reference: string, api = app.api()) =>
    (await api.post<SupportReceipt>(`/proposals/${reference}/support`, { key: true, body: {} })).body;

  it('writes status, version, event and public view together', async () => {
    const sent = await send(app, ale);
    const moved = await move(sent.id, 'committed', {
      version: 1,
      commitment,
      publicText: 'Det här tar vi med.',
    });
    expect(moved).toMatchObject({
      status: 'committed',
      publicStatus: 'committed',
      version: 2,
      commitmentId: commitment.id,
    });
    expect((await events(sent.id))[1]).toEqual({
      type: 'moved',
      audience: 'public',
      from_status: 'received',
      to_status: 'committed',
      public_text: 'Det här tar vi med.',
      reason: null,
      changes: { commitmentId: commitment.id },
    });
    const now = app.clock.now().toISOString();
    expect(await story(sent.reference)).toMatchObject({
      status: 'committed',
      updatedAt: now,
      commitment: { id: commitment.id, slug: commitment.slug, title: 'Åtagandet' },
      latestAnswer: { at: now, status: 'committed', text: 'Det här tar vi med.' },
      events: [
        { type: 'received' },
        { type: 'moved', status: 'committed', organisation: expect.any(String) },
      ],
    });
  });

  it('goes all the way: answered, reopened with a reason, declined', async () => {
    const sent = await send(app, ale);
    await move(sent.id, 'answered', { publicText: 'Lampan är lagad.' });
    expect(await refusal(move(sent.id, 'under-review'))).toEqual({
      code: 'input.invalid',
      fields: ['reason required'],
    });
    await move(sent.id, 'under-review', { reason: 'Det var fel lampa.' });
    expect((await story(sent.reference)).latestAnswer).toBeNull();
    await move(sent.id, 'declined', {
      reason: 'not-our-responsibility',
      publicText: 'Vägen är Trafikverkets.',
    });
    expect(await privateRow(sent.id)).toMatchObject({
      status: 'declined',
      decline_reason: 'not-our-responsibility',
      version: 4,
    });
    expect((await story(sent.reference)).events.map(({ type, status }) => `${type} ${status}`)).toEqual([
      'received received',
      'moved answered',
      'reopened under-review',
      'moved declined',
    ]);
    expect(JSON.stringify(await story(sent.reference))).not.toContain('fel lampa');
  });

  it('a referral names who is responsible until it is taken back', async () => {
    const sent = await send(app, ale);
    await move(sent.id, 'referred', {
      responsible: 'Trafikverket',
      publicText: 'Vi har skickat det vidare.',
    });
    expect(await story(sent.reference)).toMatchObject({ status: 'referred', responsible: 'Trafikverket' });
    await move(sent.id, 'answered', { publicText: 'De har satt upp en skylt.' });
    expect((await story(sent.reference)).responsible).toBe('Trafikverket');
    await move(sent.id, 'under-review', { reason: 'Skylten är borta.' });
    expect((await story(sent.reference)).responsible).toBeNull();
  });

  it('hidden takes it out of the public, and reopening brings it back without telling', async () => {
    const sent = await send(app, ale);
    await move(sent.id, 'hidden', { publicText: 'Dold' });
    expect(await publicRow(sent.id)).toBeUndefined();
    await move(sent.id, 'under-review', { reason: 'Det gick bra ändå.' });
    expect((await story(sent.reference)).events.map(({ status }) => status)).toEqual([
      'received',
      'under-review',
    ]);
  });

  describe('refusals, in their order', () => {
    const wrong = { code: 'input.invalid' };
    it.each<[name: string, to: ProposalStatus, more: Partial<ProposalMove>, refused: object]>([
      [
        'fields before version and move',
        'declined',
        { version: 7 },
        { ...wrong, fields: ['reason required', 'publicText required'] },
      ],
      [
        'a reason outside the list',
        'declined',
        { reason: 'nej', publicText: 'Nej' },
        { ...wrong, fields: ['reason notOneOf'] },
      ],
      ['no commitment', 'committed', {}, { ...wrong, fields: ['commitmentId required'] }],
      [
        'an unknown commitment',
        'committed',
        { commitment: null },
        { ...wrong, fields: ['commitmentId notFound'] },
      ],
      [
        'no leader',
        'duplicate',
        { duplicateOfReference: 'ALE-22222' },
        { ...wrong, fields: ['duplicateOf notFound'] },
      ],
      ['a stale version before the move', 'done', { version: 7 }, { code: 'version.stale' }],
      ['done by hand', 'done', { version: 1 }, { code: 'move.notAllowed' }],
      ['withdrawn by staff', 'withdrawn', { version: 1 }, { code: 'move.notAllowed' }],
      ['planned from received', 'planned', {}, { code: 'move.notAllowed' }],
    ])('%s', async (_name, to, more, refused) => {
      const sent = await send(app, ale);
      expect(await refusal(move(sent.id, to, more))).toMatchObject(refused);
      expect(await privateRow(sent.id)).toMatchObject({ status: 'received', version: 1 });
    });

    it('a commitment of another municipality, and one for other kinds', async () => {
      const other = await makeMunicipality(app.dataSource);
      const foreign = await makeCommitment(app.dataSource, other, { acceptsKinds: ['dark-place'] });
      const ideas = await makeCommitment(app.dataSource, ale, { acceptsKinds: ['idea'] });
      const sent = await send(app, ale);
      expect(await refusal(move(sent.id, 'committed', { commitment: foreign }))).toMatchObject({
        fields: ['commitmentId notFound'],
      });
      expect(await refusal(move(sent.id, 'committed', { commitment: ideas }))).toMatchObject({
        fields: ['commitmentId kindNotAccepted'],
      });
    });

    it('a proposal that is not there', async () => {
      expect(
        await refusal(move('00000000-0000-4000-8000-000000000000', 'answered', { publicText: 'Hej' })),
      ).toMatchObject({ code: 'not.found' });
    });
  });

  it('of two who move at the same time one wins, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const sent = await send(app, ale);
      const outcomes = await Promise.all([
        refusal(move(sent.id, 'answered', { version: 1, publicText: 'Ett' })),
        refusal(move(sent.id, 'hidden', { version: 1, actor: police })),
        refusal(move(sent.id, 'under-review', { version: 1 })),
      ]);
      expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome !== 'moved')).toEqual([
        { code: 'version.stale', fields: [] },
        { code: 'version.stale', fields: [] },
      ]);
      expect(await privateRow(sent.id)).toMatchObject({ version: 2 });
      expect(await events(sent.id)).toHaveLength(2);
    }
  });

  describe('cases', () => {
    it('supporters of a case are counted once; a duplicate only points to its leader', async () => {
      const [first, second] = [app.api(), app.api()];
      const leader = await send(app, ale, 'dark-place', {}, first);
      const other = await send(
        app,
        ale,
        'dark-place',
        { description: 'Mörkt', placeName: 'Tunneln' },
        second,
      );
      await support(other.reference, first);
      await support(other.reference);
      expect(await publicRow(leader.id)).toMatchObject({ support_count: 1 });
      expect(await publicRow(other.id)).toMatchObject({ support_count: 3 });

      await move(other.id, 'duplicate', { duplicateOfReference: leader.reference });
      expect(await publicRow(leader.id)).toMatchObject({ support_count: 3, status: 'received' });
      expect(await publicRow(other.id)).toMatchObject({
        listed: false,
        status: 'duplicate',
        duplicate_of: leader.reference,
        lng: null,
        lat: null,
        locality: null,
        place_name: null,
        description: null,
        details: { causes: [], when: [] },
        support_count: 0,
        events: [],
        photos: [],
        latest_answer: null,
      });
      expect(await story(other.reference)).toMatchObject({
        status: 'duplicate',
        duplicateOf: leader.reference,
      });

      await move(other.id, 'under-review', { reason: 'Det var en annan tunnel.' });
      expect(await publicRow(leader.id)).toMatchObject({ support_count: 1 });
      expect(await publicRow(other.id)).toMatchObject({ listed: true, support_count: 3, duplicate_of: null });
    });

    it('a leader that is gathered takes its followers along: all point to the new leader', async () => {
      const [a, b, c] = [await send(app, ale), await send(app, ale), await send(app, ale)];
      await move(a.id, 'duplicate', { duplicateOfReference: b.reference });
      await move(b.id, 'duplicate', { duplicateOfReference: c.reference });
      expect((await story(a.reference)).duplicateOf).toBe(c.reference);
      expect(await publicRow(c.id)).toMatchObject({ support_count: 3 });
      await move(b.id, 'under-review', { reason: 'Egen plats.' });
      expect((await story(a.reference)).duplicateOf).toBe(b.reference);
      expect(await publicRow(b.id)).toMatchObject({ support_count: 2 });
      expect(await publicRow(c.id)).toMatchObject({ support_count: 1 });
    });

    it('supporters alone are no news: when it was last updated stays', async () => {
      const [leader, other] = [await send(app, ale), await send(app, ale)];
      const before = await publicRow(leader.id);
      app.clock.advance({ hours: 1 });
      await move(other.id, 'duplicate', { duplicateOfReference: leader.reference });
      const { map_feature: _feature, ...after } = (await publicRow(leader.id))!;
      expect(after).toEqual({ ...before, map_feature: undefined, support_count: 2, gathered_count: 1 });
    });

    it('refuses itself, circles of any length, and what another municipality has', async () => {
      const other = await makeMunicipality(app.dataSource);
      const [a, b, c] = [await send(app, ale), await send(app, ale), await send(app, ale)];
      const foreign = await send(app, other);
      const duplicate = (id: string, duplicateOfReference: string) =>
        refusal(move(id, 'duplicate', { duplicateOfReference }));
      expect(await duplicate(a.id, a.reference)).toMatchObject({ fields: ['duplicateOf ownNumber'] });
      expect(await duplicate(a.id, foreign.reference)).toMatchObject({ fields: ['duplicateOf notFound'] });
      await move(a.id, 'duplicate', { duplicateOfReference: b.reference });
      expect(await duplicate(b.id, a.reference)).toMatchObject({ fields: ['duplicateOf circle'] });
      await move(b.id, 'duplicate', { duplicateOfReference: c.reference });
      expect(await duplicate(c.id, a.reference)).toMatchObject({ fields: ['duplicateOf circle'] });
    });

    it('no circle arises when everyone gathers at the same time', async () => {
      const ring = [await send(app, ale), await send(app, ale), await send(app, ale), await send(app, ale)];
      const outcomes = await Promise.all(
        ring.map((each, index) =>
          refusal(
            move(each.id, 'duplicate', { duplicateOfReference: ring[(index + 1) % ring.length]!.reference }),
          ),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(3);
      const listed = await Promise.all(ring.map(async ({ id }) => (await publicRow(id))?.listed));
      expect(listed.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('the map', () => {
    /** How many the grid holds: in its cells, and in what is not folded into them yet. */
    const cells = async () => {
      const [row] = await app.dataSource.query<{ total: number }[]>(
        `SELECT coalesce((SELECT sum(total) FROM map_grid WHERE municipality_id = $1 AND level = $2), 0)::integer
           + coalesce((SELECT sum(change) FROM map_grid_delta WHERE municipality_id = $1), 0)::integer AS total`,
        [map.id, FINEST_LEVEL],
      );
      return row?.total;
    };
    let map: TestMunicipality;

    it('is told of what comes, moves and goes', async () => {
      map = await makeMunicipality(app.dataSource);
      const staff = await makeStaffMember(app.dataSource, 'coordinator', map);
      const sent = await send(app, map);
      expect(await cells()).toBe(1);
      await move(sent.id, 'answered', { actor: staff, publicText: 'Tack' });
      expect(await cells()).toBe(1);
      await move(sent.id, 'under-review', { actor: staff, reason: 'Igen' });
      await move(sent.id, 'hidden', { actor: staff });
      expect(await cells()).toBe(0);
    });
  });

  describe('a planned speed check', () => {
    const planned = async () => {
      const sent = await send(app, ale, 'speed-check');
      await move(sent.id, 'committed', { commitment });
      return sent;
    };

    it('changes nothing but the police’s own mark', async () => {
      const sent = await planned();
      const [before, publicBefore] = [await privateRow(sent.id), await publicRow(sent.id)];
      app.clock.advance({ hours: 3 });
      await move(sent.id, 'planned', { actor: police, version: 2, note: 'Torsdag morgon' });
      expect(await privateRow(sent.id)).toEqual({ ...before, police_planned_at: app.clock.now() });
      expect(await publicRow(sent.id)).toEqual(publicBefore);
      expect((await events(sent.id)).at(-1)).toMatchObject({
        type: 'planned',
        audience: 'police',
        reason: 'Torsdag morgon',
      });
    });

    it('is refused to everyone else as any move that is not allowed, planned or not', async () => {
      const sent = await planned();
      const elsewhere = await makeStaffMember(
        app.dataSource,
        'police-officer',
        await makeMunicipality(app.dataSource),
      );
      for (const actor of [officer, elsewhere]) {
        expect(await refusal(move(sent.id, 'planned', { actor }))).toEqual({
          code: 'move.notAllowed',
          fields: [],
        });
      }
      await move(sent.id, 'planned', { actor: police });
      for (const actor of [officer, elsewhere, police]) {
        expect(await refusal(move(sent.id, 'planned', { actor }))).toEqual({
          code: 'move.notAllowed',
          fields: [],
        });
      }
    });

    it('can be planned by one of two officers only', async () => {
      const sent = await planned();
      const outcomes = await Promise.all(
        [1, 2].map(() => refusal(move(sent.id, 'planned', { actor: police }))),
      );
      expect(outcomes).toEqual(expect.arrayContaining(['moved', { code: 'move.notAllowed', fields: [] }]));
    });

    it('is taken back without a trace outside the police', async () => {
      const sent = await planned();
      const before = await privateRow(sent.id);
      await move(sent.id, 'planned', { actor: police });
      const back = await move(sent.id, 'committed', { actor: police });
      expect(back.policePlannedAt).toBeNull();
      expect(await privateRow(sent.id)).toEqual(before);
      expect(
        (await events(sent.id)).map(({ type, audience }) => `${String(type)} ${String(audience)}`),
      ).toEqual(['received public', 'moved public', 'planned police', 'unplanned police']);
    });

    it('does not stand in the way of staff who know nothing of it', async () => {
      const sent = await planned();
      await move(sent.id, 'planned', { actor: police });
      const moved = await move(sent.id, 'answered', {
        version: 2,
        publicText: 'Vi sätter upp en fartvisare.',
      });
      expect(moved).toMatchObject({ status: 'answered', policePlannedAt: null, version: 3 });
    });

    it('a dark place is planned for all to see', async () => {
      const sent = await send(app, ale, 'dark-place');
      await move(sent.id, 'committed', { commitment });
      await move(sent.id, 'planned');
      expect(await story(sent.reference)).toMatchObject({
        status: 'planned',
        commitment: { id: commitment.id },
      });
    });
  });
});
