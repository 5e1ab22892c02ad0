import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { Position } from '@lofteskartan/shared/position';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff } from '../../test/support/staff.js';
import { hashToken } from '../platform/security/tokens.js';
import { ProjectProposal } from './project-proposal.service.js';

type Answer = ProposalReceipt & ProblemBody;

const speed = { weekdays: ['mon'], hourBands: ['07-09'], problems: ['speeding'], near: ['school'] };

describe('sending in a proposal', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let resident: Api;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
  });
  beforeEach(() => {
    resident = app.api();
  });
  afterAll(() => app.stop());

  const send = (body: object, api = resident, key: string | true = true) =>
    api.post<Answer>('/proposals', { body, key });
  const check = (changes: object = {}) => ({
    kind: 'speed-check',
    position: ale.center,
    details: speed,
    ...changes,
  });
  const row = async (reference: string) => {
    const [found] = await app.dataSource.query<Record<string, unknown>[]>(
      `SELECT p.*, ST_X(p.position) AS lng, ST_Y(p.position) AS lat, l.slug AS locality FROM proposals p
       LEFT JOIN localities l ON l.id = p.locality_id WHERE reference = $1`,
      [reference],
    );
    return found!;
  };
  const publicRow = async (reference: string) => {
    const [found] = await app.dataSource.query<Record<string, unknown>[]>(
      'SELECT * FROM public_proposals WHERE reference = $1',
      [reference],
    );
    return found;
  };
  const events = (reference: string) =>
    app.dataSource.query<Record<string, unknown>[]>(
      `SELECT e.type, e.audience, e.changes FROM proposal_events e JOIN proposals p ON p.id = e.proposal_id
       WHERE p.reference = $1 ORDER BY e.id`,
      [reference],
    );

  it('answers with a receipt, keeps what was sent, and shows it', async () => {
    const { status, body, headers } = await send(check());
    expect(status).toBe(201);
    expect(body).toEqual({
      reference: expect.stringMatching(new RegExp(`^${ale.referencePrefix}-[2-9A-HJKMNP-TV-Z]{5}$`)),
      followToken: expect.stringMatching(/^[\w-]{43}$/),
      kind: 'speed-check',
      status: 'received',
      municipality: ale.slug,
      position: ale.center,
      publicNow: true,
      personalData: [],
      supportCount: 1,
      createdAt: app.clock.now().toISOString(),
    });
    expect(headers.getSetCookie().join()).toMatch(
      /^device=[^;]+; Max-Age=31536000; Path=\/;.* HttpOnly; SameSite=Lax/,
    );
    expect(await row(body.reference)).toMatchObject({
      lng: ale.center[0],
      lat: ale.center[1],
      placement: 'inside',
      locality: 'centrum',
      publication: 'none',
      language: 'sv',
      details: { ...speed, postedLimit: null },
      follow_token_hash: hashToken(body.followToken),
    });
    expect(await events(body.reference)).toEqual([{ type: 'received', audience: 'public', changes: null }]);
    expect(await publicRow(body.reference)).toMatchObject({
      listed: true,
      status: 'received',
      support_count: 1,
    });
    expect((await resident.get(`/proposals/${body.reference}`)).status).toBe(200);
  });

  it.each([
    [
      'speed-check',
      { placeName: 'Kiosken', details: { ...speed, roadName: 'Storgatan', direction: 'norrut' } },
    ],
    ['dark-place', { details: { causes: ['stairs'], when: [], lampNumber: '17', safetyNow: 1 } }],
    ['dark-place', { position: undefined, placeName: 'Tunneln', details: { causes: [], when: [] } }],
  ])('shows a new %s exactly as it is shown ever after', async (kind, changes) => {
    const { body } = await send(check({ kind, municipality: ale.slug, ...changes }));
    const shown = await publicRow(body.reference);
    expect(shown).toBeDefined();
    app.clock.advance({ hours: 1 });
    await app.dataSource.transaction((manager) =>
      app.get(ProjectProposal).project(manager, shown!.proposal_id as string, app.clock.now()),
    );
    expect(await publicRow(body.reference)).toEqual(shown);
  });

  it('keeps the language of the sender', async () => {
    const answer = await resident.post<Answer>('/proposals', {
      body: check(),
      key: true,
      headers: { 'Accept-Language': 'en' },
    });
    expect(await row(answer.body.reference)).toMatchObject({ language: 'en' });
  });

  it('texts are composed and trimmed, blank ones absent, and wait for a human', async () => {
    const { body } = await send(
      check({
        description: '  De ko\u0308r fo\u0308r fort  ',
        placeName: ' \n ',
        details: { ...speed, roadName: 'Bakgatan', direction: ' ' },
      }),
    );
    expect(await row(body.reference)).toMatchObject({
      description: 'De kör för fort',
      place_name: null,
      details: { ...speed, roadName: 'Bakgatan', postedLimit: null },
      publication: 'pending',
      road_listed: false,
    });
    expect(await publicRow(body.reference)).toMatchObject({
      description: null,
      details: { ...speed, roadName: null, direction: null, postedLimit: null },
    });
  });

  it('a road from the place list is public at once', async () => {
    const { body } = await send(check({ details: { ...speed, roadName: 'storgatan' } }));
    expect(await row(body.reference)).toMatchObject({ road_listed: true, publication: 'none' });
    expect(await publicRow(body.reference)).toMatchObject({ details: { roadName: 'storgatan' } });
  });

  it.each([
    ['an idea', { kind: 'idea', description: 'Fler lampor', details: { topic: 'safety' } }],
    ['a deserted place', { kind: 'dark-place', details: { causes: ['deserted'], when: [] } }],
  ])('%s does not show before a human has read it', async (_name, body) => {
    const answer = await send({ position: ale.center, ...body });
    expect(answer.body.publicNow).toBe(false);
    expect(await publicRow(answer.body.reference)).toBeUndefined();
    expect((await resident.get(`/proposals/${answer.body.reference}`)).status).toBe(404);
  });

  it('what looks like personal data is told to the sender and kept for staff', async () => {
    const { body } = await send(check({ description: 'Grannen i ABC 123 kör fort, ring 070-123 45 67' }));
    const found = [
      { field: 'description', type: 'registration-number', start: 10, end: 17 },
      { field: 'description', type: 'phone', start: 33, end: 46 },
    ];
    expect(body.personalData).toEqual(found);
    expect(await row(body.reference)).toMatchObject({ personal_data: found });
  });

  describe('where it goes', () => {
    const metresEast = (metres: number): Position => {
      const [, , east] = ale.bbox;
      return [east + metres / (111_320 * Math.cos((ale.center[1] * Math.PI) / 180)), ale.center[1]];
    };

    it('the position decides, even when another municipality is named', async () => {
      const other = await makeMunicipality(app.dataSource);
      const { body } = await send(check({ municipality: other.slug }));
      expect(body.municipality).toBe(ale.slug);
    });

    it('near the outline it goes to the nearest, with a note to staff', async () => {
      const { status, body } = await send(check({ position: metresEast(250) }));
      expect(status).toBe(201);
      expect(await row(body.reference)).toMatchObject({ placement: 'near-outline' });
      expect(await events(body.reference)).toEqual([
        { type: 'received', audience: 'public', changes: null },
        { type: 'noted', audience: 'staff', changes: { placement: 'near-outline' } },
      ]);
    });

    it('further away it is refused, naming the field', async () => {
      const { status, body } = await send(check({ position: metresEast(350) }));
      expect([status, body.code, body.errors?.[0]?.field]).toEqual([422, 'position.outside', 'position']);
    });

    it('without a position the municipality and a place in words suffice, and staff place it', async () => {
      const sent = check({ position: undefined, municipality: ale.slug, placeName: 'Vid skolan' });
      const { status, body } = await send(sent);
      expect([status, body.position]).toEqual([201, null]);
      expect(await row(body.reference)).toMatchObject({
        placement: 'unplaced',
        locality: null,
        position: null,
      });
      expect(await publicRow(body.reference)).toMatchObject({ listed: true, lng: null, lat: null });
    });

    it('an unknown municipality is refused, naming the field', async () => {
      const { status, body } = await send(
        check({ position: undefined, municipality: 'ingen', placeName: 'Här' }),
      );
      expect([status, body.errors?.[0]]).toMatchObject([422, { field: 'municipality', code: 'notFound' }]);
    });
  });

  it.each([
    [
      'an idea without words',
      { kind: 'idea', municipality: 'x', details: { topic: 'safety' } },
      'description',
    ],
    [
      'drugs at a position',
      { kind: 'idea', description: 'x', position: [12, 57], details: { topic: 'drugs' } },
      'position',
    ],
    ['no place at all', { kind: 'dark-place', details: { causes: [], when: [] } }, 'municipality,placeName'],
    [
      'a field too many',
      { kind: 'idea', municipality: 'x', description: 'x', details: { topic: 'other' }, colour: 1 },
      'colour',
    ],
    [
      'details of another kind',
      { kind: 'idea', municipality: 'x', description: 'x', details: speed },
      'details.weekdays,details.hourBands,details.problems,details.near,details.topic',
    ],
    [
      'a text that is too long',
      { kind: 'idea', municipality: 'x', description: 'å'.repeat(2001), details: { topic: 'other' } },
      'description',
    ],
  ])('%s is refused', async (_name, body, fields) => {
    const answer = await send(body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map(({ field }) => field).sort()).toEqual(fields.split(',').sort());
  });

  describe('sending again', () => {
    it('without a key is refused', async () => {
      const answer = await resident.post<Answer>('/proposals', { body: check() });
      expect([answer.status, answer.body.code]).toEqual([428, 'idempotency.required']);
    });

    it('the same key and body get the same answer and the same device, with and without the cookie', async () => {
      const first = await send(check(), resident, 'nyckel-ett-1');
      const device = resident.cookies.get('device');
      const again = await send(check(), resident, 'nyckel-ett-1');
      const lostAnswer = app.api();
      const third = await send(check(), lostAnswer, 'nyckel-ett-1');
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      expect(third.body).toEqual(first.body);
      expect(lostAnswer.cookies.get('device')).toBe(device);
    });

    it('the same key with another body is refused', async () => {
      await send(check(), resident, 'nyckel-tva-22');
      const answer = await send(check({ description: 'Något annat' }), resident, 'nyckel-tva-22');
      expect([answer.status, answer.body.code]).toEqual([409, 'idempotency.reused']);
    });

    it('a refused call is not remembered', async () => {
      const far = check({ position: [0, 0] });
      expect((await send(far, resident, 'nyckel-tre-333')).status).toBe(422);
      expect((await send(check(), resident, 'nyckel-tre-333')).status).toBe(201);
    });

    it('50 at the same time with 10 keys make exactly 10', async () => {
      const before = await count();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) => send(check(), app.api(), `parallell-${index % 10}-nyckel`)),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 201));
      expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(10);
      expect(new Set(answers.map(({ body }) => body.followToken)).size).toBe(10);
      expect((await count()) - before).toBe(10);
    });

    const count = async (): Promise<number> => {
      const [found] = await app.dataSource.query<{ count: number }[]>(
        'SELECT count(*)::integer AS count FROM proposals',
      );
      return found!.count;
    };
  });

  describe('the public position', () => {
    it('is the centre of a 25 m cell of SWEREF 99 TM: the national test point', async () => {
      // 57.925, 12.0869 is N 6424077.717 E 327481.484: the cell's centre is N 6424087.5 E 327487.5.
      const [cell] = await app.dataSource.query<{ lng: number; lat: number }[]>(
        `SELECT round(ST_X(p)::numeric, 5)::float8 AS lng, round(ST_Y(p)::numeric, 5)::float8 AS lat
         FROM ST_Transform(ST_SetSRID(ST_MakePoint(327487.5, 6424087.5), 3006), 4326) AS p`,
      );
      await app.dataSource.query(
        `UPDATE municipalities SET outline = ST_MakeEnvelope(12, 57.9, 12.2, 58, 4326) WHERE id = $1`,
        [(await makeMunicipality(app.dataSource)).id],
      );
      const { body } = await send(check({ position: [12.0869, 57.925] }));
      expect(await publicRow(body.reference)).toMatchObject({ lng: cell!.lng, lat: cell!.lat });
      const story = await resident.get<{ position: Position }>(`/proposals/${body.reference}`);
      expect(story.body.position).toEqual([cell!.lng, cell!.lat]);
      expect(JSON.stringify(story.body)).not.toContain('12.0869,');
    });

    it('is shared by all in the cell and differs between cells', async () => {
      const near = await Promise.all(
        [0, 0.00001, 0.001].map(async (step) => {
          const { body } = await send(
            check({ position: [ale.center[0] + 0.0203 + step, ale.center[1] + 0.0203] }),
          );
          const { lng, lat } = (await publicRow(body.reference))!;
          return `${String(lng)} ${String(lat)}`;
        }),
      );
      expect(near[0]).toBe(near[1]);
      expect(near[2]).not.toBe(near[0]);
    });

    it('follows the setting of the kind', async () => {
      const coarse = await makeMunicipality(app.dataSource, { snapMetresDarkPlace: 1000 });
      const details = { causes: ['stairs'], when: [] };
      const { body } = await send({ kind: 'dark-place', position: coarse.center, details });
      const [found] = await app.dataSource.query<{ east: number; north: number }[]>(
        `SELECT ST_X(p) AS east, ST_Y(p) AS north FROM public_proposals, ST_Transform(position, 3006) AS p WHERE reference = $1`,
        [body.reference],
      );
      expect(Math.abs((found!.east % 1000) - 500)).toBeLessThan(1);
      expect(Math.abs((found!.north % 1000) - 500)).toBeLessThan(1);
    });
  });

  it('staff of the municipality find it, staff of another do not', async () => {
    const { body } = await send(check());
    const other = await makeMunicipality(app.dataSource);
    const own = await makeStaff(app, 'case-officer', ale);
    const foreign = await makeStaff(app, 'case-officer', other);
    expect((await own.api.get(`/triage/proposals/${body.reference}`)).status).toBe(200);
    expect((await foreign.api.get(`/triage/proposals/${body.reference}`)).status).toBe(404);
  });
});
