import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { WorkSummaryPage } from '@lofteskartan/shared/contracts/staff';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Position } from '@lofteskartan/shared/position';
import { PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeCommitment } from '../../test/support/promise.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

describe('a proposal as staff work with it', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;
  let officer: TestPerson;
  let caseOfficer: TestPerson;
  let coordinator: TestPerson;
  let foreigner: TestPerson;
  let commitment: string;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    kungalv = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'police-officer', ale);
    caseOfficer = await makeStaff(app, 'case-officer', ale);
    coordinator = await makeStaff(app, 'coordinator', ale);
    foreigner = await makeStaff(app, 'case-officer', kungalv);
    commitment = (await makeCommitment(app.dataSource, ale, { acceptsKinds: PROPOSAL_KINDS })).id;
  });
  afterAll(() => app.stop());

  const speedCheck = async (position: Position = ale.center) =>
    (await submitProposal(app, { kind: 'speed-check', position, description: 'Alla kör för fort' }))
      .reference;
  const open = (by: TestPerson, reference: string) =>
    by.api.get<TriageProposal & ProblemBody>(`/triage/proposals/${reference}`);
  const act = (by: TestPerson, reference: string, what: string, body: object) =>
    by.api.post<TriageProposal & ProblemBody>(`/triage/proposals/${reference}/${what}`, { body });
  const move = (by: TestPerson, reference: string, body: object) => act(by, reference, 'moves', body);
  const commit = async (reference: string) => {
    const answer = await move(caseOfficer, reference, {
      to: 'committed',
      version: 1,
      commitmentId: commitment,
    });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const story = async (reference: string) =>
    (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body;

  it('shows everything that was sent, and what the public sees of it', async () => {
    const position: Position = [ale.center[0] + 0.000123, ale.center[1] + 0.000045];
    const reference = await speedCheck(position);
    const { status, body, headers } = await open(caseOfficer, reference.toLowerCase());
    expect(status).toBe(200);
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect(body).toMatchObject({
      reference,
      status: 'received',
      position,
      description: 'Alla kör för fort',
      publication: 'pending',
      publicNow: true,
      roadListed: false,
      version: 1,
      supportCount: 1,
      notes: [],
      neighbours: [],
      activities: [],
      gathered: [],
      duplicateOf: null,
    });
    expect(body.publicPosition).not.toEqual(position);
    expect(body.publicPosition).toEqual((await story(reference)).position);
    expect(body.events.map(({ type }) => type)).toEqual(['received']);
    expect(body.allowedMoves.find(({ to }) => to === 'declined')?.requires).toEqual(['reason', 'publicText']);
  });

  it('is not there for other municipalities, nor for those who do not handle proposals', async () => {
    const reference = await speedCheck();
    const bodies: Record<string, object> = {
      moves: { to: 'under-review', version: 1 },
      publication: { text: 'release' },
      notes: { text: 'En anteckning' },
      corrections: { reason: 'Fel', placeName: 'Annan plats' },
    };
    expect((await open(foreigner, reference)).body.code).toBe('not.found');
    expect((await open(foreigner, 'ALE-22222')).body.code).toBe('not.found');
    const admin = await makeStaff(app, 'admin', ale);
    expect((await open(admin, reference)).status).toBe(403);
    for (const [what, body] of Object.entries(bodies)) {
      expect((await act(foreigner, reference, what, body)).status).toBe(404);
      expect((await act(admin, reference, what, body)).status).toBe(403);
    }
    expect((await open(caseOfficer, reference)).body).toMatchObject({
      version: 1,
      status: 'received',
      notes: [],
    });
  });

  describe('neighbours', () => {
    it('are those within 250 m by their exact positions, nearest first', async () => {
      const reference = await speedCheck();
      const [far, near, beyond] = [
        await speedCheck(northOf(ale.center, 240)),
        await speedCheck(northOf(ale.center, 30)),
        await speedCheck(northOf(ale.center, 260)),
      ];
      const { neighbours } = (await open(caseOfficer, reference)).body;
      expect(neighbours.map((each) => each.reference)).toEqual([near, far]);
      expect(neighbours[0]?.distanceMetres).toBeCloseTo(30, 0);
      expect(neighbours[0]).toMatchObject({
        description: 'Alla kör för fort',
        supportCount: 1,
        status: 'received',
      });
      expect(JSON.stringify(neighbours)).not.toContain(beyond);
    });

    it('are none that were hidden, and read as the reader may read them', async () => {
      const reference = await speedCheck();
      const [hidden, planned] = [await speedCheck(), await speedCheck()];
      await move(caseOfficer, hidden, { to: 'hidden', version: 1 });
      await commit(planned);
      await move(officer, planned, { to: 'planned', version: 2 });
      const seenBy = async (by: TestPerson) =>
        (await open(by, reference)).body.neighbours.map((each) => [each.reference, each.status]);
      expect(await seenBy(officer)).toEqual([[planned, 'planned']]);
      expect(await seenBy(caseOfficer)).toEqual([[planned, 'committed']]);
    });

    it('beyond the border are seen by those who work there too', async () => {
      const [, , , top] = ale.bbox;
      const border: Position = [ale.center[0], top];
      const reference = await speedCheck(border);
      await app.dataSource.query(
        `UPDATE municipalities SET outline = ST_MakeEnvelope($2, $3, $4, $5, 4326) WHERE id = $1`,
        [kungalv.id, ale.bbox[0], top + 0.0005, ale.bbox[2], top + 0.1],
      );
      const across = await speedCheck(northOf(border, 100));
      expect((await open(caseOfficer, reference)).body.neighbours).toEqual([]);
      const ofBoth = await makeStaff(app, 'case-officer', ale, kungalv);
      expect((await open(ofBoth, reference)).body.neighbours.map((each) => each.reference)).toEqual([across]);
    });
  });

  describe('a move', () => {
    it('answers with the proposal afterwards; the history says who, what and why', async () => {
      const reference = await speedCheck();
      const body = {
        to: 'declined',
        version: 1,
        reason: 'not-suitable-place',
        publicText: 'Vi mäter inte här.',
        note: 'Pratade med Trafikverket',
      };
      const answer = await move(caseOfficer, reference, body);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ status: 'declined', version: 2 });
      expect(answer.body.notes).toMatchObject([
        { text: 'Pratade med Trafikverket', author: caseOfficer.staff.name },
      ]);
      expect(answer.body.events.find(({ type }) => type === 'moved')).toMatchObject({
        from: 'received',
        to: 'declined',
        actor: caseOfficer.staff.name,
        organisation: `Organisation ${ale.office.slug}`,
        publicText: 'Vi mäter inte här.',
        reason: 'not-suitable-place',
      });
      expect((await open(officer, reference)).body.version).toBe(2);
      const told = await story(reference);
      expect(told.latestAnswer).toMatchObject({ status: 'declined', text: 'Vi mäter inte här.' });
      expect(JSON.stringify(told)).not.toContain('Trafikverket');
      expect(JSON.stringify(told)).not.toContain(caseOfficer.staff.name);
    });

    const lacking: [string, () => object, string][] = [
      ['to commit without a commitment', () => ({ to: 'committed' }), 'commitmentId'],
      [
        'to commit to what is not there',
        () => ({ to: 'committed', commitmentId: '0b9f6c1e-7f1c-4f7e-9a52-2f9a3d9f5a01' }),
        'commitmentId',
      ],
      ['to decline without a text', () => ({ to: 'declined', reason: 'other' }), 'publicText'],
      [
        'to decline for a reason of one’s own',
        () => ({ to: 'declined', reason: 'Vet ej', publicText: 'Nej' }),
        'reason',
      ],
      ['to answer with nothing', () => ({ to: 'answered' }), 'publicText'],
      ['to refer to nobody', () => ({ to: 'referred', publicText: 'Någon annans väg' }), 'responsible'],
      ['to gather under nothing', () => ({ to: 'duplicate' }), 'duplicateOf'],
      [
        'to gather under what is not there',
        () => ({ to: 'duplicate', duplicateOf: 'ALE-22222' }),
        'duplicateOf',
      ],
    ];
    it.each(lacking)('%s is refused, however old the version', async (_what, body, field) => {
      const reference = await speedCheck();
      const answer = await move(caseOfficer, reference, { version: 7, ...body() });
      expect(answer.status).toBe(422);
      expect(answer.body.errors?.map((each) => each.field)).toEqual([field]);
    });

    it('takes only a commitment of the same municipality that accepts the kind', async () => {
      const reference = await speedCheck();
      for (const commitmentId of [
        (await makeCommitment(app.dataSource, kungalv)).id,
        (await makeCommitment(app.dataSource, ale, { acceptsKinds: ['idea'] })).id,
      ]) {
        const answer = await move(caseOfficer, reference, { to: 'committed', version: 1, commitmentId });
        expect(answer.status).toBe(422);
      }
      expect((await commit(reference)).commitment).toMatchObject({
        id: commitment,
        title: expect.any(String) as string,
      });
    });

    it('is refused for a missing field, then for its version, then for itself', async () => {
      const reference = await speedCheck();
      await move(caseOfficer, reference, { to: 'answered', version: 1, publicText: 'Svar' });
      const tries: [object, number, string][] = [
        [{ to: 'declined', version: 1 }, 422, 'input.invalid'],
        [{ to: 'declined', version: 1, reason: 'other', publicText: 'Nej' }, 409, 'version.stale'],
        [{ to: 'declined', version: 2, reason: 'other', publicText: 'Nej' }, 409, 'move.notAllowed'],
        [{ to: 'done', version: 2 }, 409, 'move.notAllowed'],
        [{ to: 'withdrawn', version: 2 }, 409, 'move.notAllowed'],
        [{ to: 'under-review', version: 2 }, 422, 'input.invalid'],
        [{ to: 'under-review', version: 2, reason: 'Nya uppgifter' }, 200, ''],
      ];
      for (const [body, status, code] of tries) {
        const answer = await move(caseOfficer, reference, body);
        expect([answer.status, status === 200 ? '' : answer.body.code]).toEqual([status, code]);
      }
    });

    it('by two at once: one wins, the other reads what the first did', async () => {
      const reference = await speedCheck();
      const answers = await Promise.all([
        move(caseOfficer, reference, { to: 'under-review', version: 1 }),
        move(coordinator, reference, { to: 'answered', version: 1, publicText: 'Svar' }),
        move(officer, reference, { to: 'hidden', version: 1 }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      expect((await open(caseOfficer, reference)).body.version).toBe(2);
    });

    it('two that gather each other at once make no circle', async () => {
      const [one, other] = [await speedCheck(), await speedCheck()];
      const answers = await Promise.all([
        move(caseOfficer, one, { to: 'duplicate', version: 1, duplicateOf: other }),
        move(coordinator, other, { to: 'duplicate', version: 1, duplicateOf: one.toLowerCase() }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
      const seen = [(await open(caseOfficer, one)).body, (await open(caseOfficer, other)).body];
      expect(seen.filter(({ duplicateOf }) => duplicateOf !== null)).toHaveLength(1);
      expect(seen.filter(({ gathered }) => gathered.length === 1)).toHaveLength(1);
    });

    const unfit: [string, object][] = [
      ['no version', { to: 'under-review' }],
      ['a status that is none', { to: 'open', version: 1 }],
      ['something unknown', { to: 'under-review', version: 1, mood: 'good' }],
      ['an endless text', { to: 'answered', version: 1, publicText: 'x'.repeat(2001) }],
      ['half a surrogate', { to: 'answered', version: 1, publicText: 'a\ud800' }],
    ];
    it.each(unfit)('with %s is refused', async (_what, body) => {
      expect((await move(caseOfficer, await speedCheck(), body)).status).toBe(422);
    });
  });

  describe('a plan of the police', () => {
    it('can be made by the police alone', async () => {
      const reference = await speedCheck();
      await commit(reference);
      for (const by of [caseOfficer, coordinator]) {
        const answer = await move(by, reference, { to: 'planned', version: 2 });
        expect([answer.status, answer.body.code]).toEqual([403, 'move.policeOnly']);
        expect((await open(by, reference)).body.allowedMoves.map(({ to }) => to)).not.toContain('planned');
      }
      expect((await open(officer, reference)).body.allowedMoves.map(({ to }) => to)).toContain('planned');
      const answer = await move(officer, reference, { to: 'planned', version: 2, note: 'Torsdag kl. 7' });
      expect([answer.status, answer.body.status]).toEqual([200, 'planned']);
    });

    it('changes nothing that anyone else can read', async () => {
      const reference = await speedCheck();
      await commit(reference);
      const seen = async () => [
        (await open(caseOfficer, reference)).body,
        (await open(coordinator, reference)).body,
        (await caseOfficer.api.get<TriagePage>('/triage/proposals', { query: { status: 'committed' } })).body,
        (await coordinator.api.get<TriagePage>('/triage/proposals', { query: { status: 'planned' } })).body,
        (await caseOfficer.api.get<WorkSummaryPage>('/triage/summary')).body,
        await story(reference),
      ];
      const before = await seen();
      app.clock.advance({ hours: 1 });
      await move(officer, reference, { to: 'planned', version: 2, note: 'Torsdag kl. 7' });
      expect(await seen()).toEqual(before);
      const police = (await open(officer, reference)).body;
      expect(JSON.stringify(police.events)).toContain('Torsdag kl. 7');
      app.clock.advance({ hours: 1 });
      await move(officer, reference, { to: 'committed', version: 2 });
      expect(await seen()).toEqual(before);
      expect((await open(officer, reference)).body.status).toBe('committed');
    });

    it('of a dark place is an ordinary status', async () => {
      const { reference } = await submitProposal(app, { kind: 'dark-place', position: ale.center });
      await commit(reference);
      expect((await move(caseOfficer, reference, { to: 'planned', version: 2 })).body.status).toBe('planned');
      expect((await open(coordinator, reference)).body.status).toBe('planned');
    });
  });

  describe('publication', () => {
    it('releases the words, and takes them back', async () => {
      const reference = await speedCheck();
      expect((await story(reference)).description).toBeNull();
      const released = await act(caseOfficer, reference, 'publication', { version: 1, text: 'release' });
      expect([released.status, released.body.publication]).toEqual([200, 'released']);
      expect((await story(reference)).description).toBe('Alla kör för fort');
      const kept = await act(officer, reference, 'publication', {
        text: 'keep-back',
        reason: 'Nämner en granne',
      });
      expect(kept.body.publication).toBe('kept-back');
      expect((await story(reference)).description).toBeNull();
      const event = kept.body.events.at(-1);
      expect(event).toMatchObject({
        type: 'kept-back',
        actor: officer.staff.name,
        reason: 'Nämner en granne',
      });
    });

    it('shows an idea at all only then', async () => {
      const { reference } = await submitProposal(app, {
        kind: 'idea',
        municipality: ale.slug,
        placeName: 'Torget',
      });
      expect((await app.api().get(`/proposals/${reference}`)).status).toBe(404);
      await act(caseOfficer, reference, 'publication', { text: 'release' });
      expect((await app.api().get(`/proposals/${reference}`)).status).toBe(200);
    });

    it('of an old version is refused; of nothing too', async () => {
      const reference = await speedCheck();
      await move(caseOfficer, reference, { to: 'under-review', version: 1 });
      expect(
        (await act(caseOfficer, reference, 'publication', { version: 1, text: 'release' })).body.code,
      ).toBe('version.stale');
      expect((await act(caseOfficer, reference, 'publication', {})).status).toBe(422);
      const photos = [{ id: '0b9f6c1e-7f1c-4f7e-9a52-2f9a3d9f5a01', decision: 'release' }];
      expect((await act(caseOfficer, reference, 'publication', { photos })).status).toBe(422);
    });
  });

  it('a note is for staff, by name, and changes no version', async () => {
    const reference = await speedCheck();
    const answer = await act(coordinator, reference, 'notes', { text: 'Ringde grannen' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      version: 1,
      notes: [{ text: 'Ringde grannen', author: coordinator.staff.name }],
    });
    expect(answer.body.events.at(-1)?.type).toBe('noted');
    expect(JSON.stringify(await story(reference))).not.toContain('Ringde');
    for (const text of ['', 'x'.repeat(4001), null]) {
      expect((await act(coordinator, reference, 'notes', { text })).status).toBe(422);
    }
  });

  describe('a correction', () => {
    it('places what had no position; what was sent stays in the history', async () => {
      const { reference } = await submitProposal(app, {
        kind: 'speed-check',
        municipality: ale.slug,
        placeName: 'Vid torget',
      });
      const answer = await act(caseOfficer, reference, 'corrections', {
        version: 1,
        reason: 'Platsen framgår av orden',
        position: ale.center,
        placeName: 'Torget',
      });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        position: ale.center,
        placement: 'by-staff',
        placeName: 'Torget',
        locality: 'centrum',
        version: 2,
      });
      expect(answer.body.events.at(-1)).toMatchObject({
        type: 'corrected',
        reason: 'Platsen framgår av orden',
        changes: { placeName: { before: 'Vid torget', after: 'Torget' } },
      });
    });

    const refusals: [string, () => object, number][] = [
      ['without a reason', () => ({ placeName: 'Torget' }), 422],
      ['of nothing', () => ({ reason: 'Fel' }), 422],
      ['into another municipality', () => ({ reason: 'Fel', position: kungalv.center }), 422],
      ['into the sea', () => ({ reason: 'Fel', position: [0, 40] }), 422],
      ['of another kind without its details', () => ({ reason: 'Fel', kind: 'idea' }), 422],
      [
        'with the details of another kind',
        () => ({ reason: 'Fel', kind: 'idea', details: { causes: [], when: [] } }),
        422,
      ],
      ['of an old version', () => ({ reason: 'Fel', placeName: 'Torget', version: 0 }), 409],
    ];
    it.each(refusals)('%s is refused', async (_what, body, status) => {
      const reference = await speedCheck();
      expect((await act(caseOfficer, reference, 'corrections', body())).status).toBe(status);
    });
  });

  it('the summary counts what is secret for those alone who may open it', async () => {
    const police = await makeStaff(app, 'police-officer', ale);
    const { reference } = await submitProposal(app, { kind: 'dark-place', position: ale.center });
    const received = async ({ api }: TestPerson) =>
      (await api.get<WorkSummaryPage>('/triage/summary')).body.items[0]?.received;
    expect([await received(caseOfficer), await received(police)]).toEqual([1, 1]);
    const body = { version: 0, secrecyGround: '21 kap. 1 § OSL' };
    expect((await caseOfficer.api.put(`/triage/proposals/${reference}/record`, { body })).status).toBe(200);
    expect([await received(caseOfficer), await received(police)]).toEqual([1, 0]);
  });

  it('the summary counts what waits in each own municipality, as the queue lists it', async () => {
    const ofBoth = await makeStaff(app, 'coordinator', ale, kungalv);
    await speedCheck();
    const [reviewed, hidden] = [await speedCheck(), await speedCheck()];
    await move(caseOfficer, reviewed, { to: 'under-review', version: 1 });
    await move(caseOfficer, hidden, { to: 'hidden', version: 1 });
    await submitProposal(app, { kind: 'idea', municipality: ale.slug, placeName: 'Torget' });
    const { items } = (await ofBoth.api.get<WorkSummaryPage>('/triage/summary')).body;
    const nothing = {
      received: 0,
      underReview: 0,
      awaitingPublication: 0,
      unplaced: 0,
      reported: 0,
      notHelped: 0,
      awaitingConfirmation: 0,
      awaitingRelease: 0,
      mine: 0,
      overdue: 0,
    };
    expect(items).toEqual(
      [
        {
          municipality: ale.slug,
          ...nothing,
          received: 2,
          underReview: 1,
          awaitingPublication: 3,
          unplaced: 1,
        },
        { municipality: kungalv.slug, ...nothing },
      ].sort((a, b) => (a.municipality < b.municipality ? -1 : 1)),
    );
    const total = async (query: Record<string, string>) =>
      (await caseOfficer.api.get<TriagePage>('/triage/proposals', { query })).body.total;
    expect(await total({ status: 'received' })).toBe(2);
    expect(await total({ status: 'under-review' })).toBe(1);
    expect(await total({ publication: 'pending' })).toBe(3);
    expect(await total({ placement: 'unplaced' })).toBe(1);
    expect((await caseOfficer.api.get<WorkSummaryPage>('/triage/summary')).body.items).toHaveLength(1);
  });
});
