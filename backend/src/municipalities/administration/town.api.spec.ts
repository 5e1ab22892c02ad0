import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { FormerShapePage, ShapeReport } from '@lofteskartan/shared/contracts/shapes';
import type { Town } from '@lofteskartan/shared/contracts/town';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment } from '../../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

describe('a municipality in the browser', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let keeper: TestPerson;
  let number = 0;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    keeper = await makeStaff(app, 'admin', ale);
    await app.dataSource.query('UPDATE accounts SET installation_admin = true WHERE id = $1', [
      keeper.staff.accountId,
    ]);
  });
  afterAll(() => app.stop());

  /** A place far from what other tests make. */
  const spot = (): [number, number] => [11 + number * 0.2, 64];
  const outline = ([lng, lat]: [number, number]): string =>
    JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [lng - 0.05, lat - 0.05],
          [lng + 0.05, lat - 0.05],
          [lng + 0.07, lat],
          [lng + 0.05, lat + 0.05],
          [lng - 0.05, lat + 0.05],
          [lng - 0.05, lat - 0.05],
        ],
      ],
    });
  const asked = (changes: object = {}): object => {
    number += 1;
    return {
      name: `Prov${number} kommun`,
      shortName: `Prov${number}`,
      code: String(3000 + number),
      slug: `prov${number}`,
      referencePrefix: `PR${'ABCDEFGHIJKL'.charAt(number)}`,
      police: { slug: ale.police.slug },
      office: { name: `Prov${number} kommun` },
      outline: outline(spot()),
      locality: { name: 'Åby', position: spot(), population: 900 },
      policeLink: 'tel:11414',
      contacts: [{ role: { sv: 'Kommunen', en: 'The municipality' }, how: '0303-12 34 56' }],
      ...changes,
    };
  };
  const create = (body: object) =>
    keeper.api.post<Town & ProblemBody>('/municipalities', { key: true, body });

  it('is added as a draft by who looks after the installation, who then administers it', async () => {
    const { status, body } = await create(asked());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      openedAt: null,
      missing: ['promise', 'commitment', 'staff'],
      localities: [{ slug: 'aby', name: 'Åby', used: false }],
    });
    expect(body.organisations.map(({ type }) => type).sort()).toEqual(['municipality', 'police']);
    expect((await keeper.api.get(`/municipalities/${body.slug}/administration`)).status).toBe(200);
    const session = await keeper.api.get('/sessions/current');
    expect(JSON.stringify(session.body)).toContain(`"municipality":"${body.slug}"`);
    const [event] = await app.dataSource.query<{ type: string; changes: object }[]>(
      `SELECT type, changes FROM admin_events WHERE type = 'town.created' ORDER BY id DESC LIMIT 1`,
    );
    expect(event).toMatchObject({ changes: { before: null, after: { slug: body.slug } } });
  });

  it('is refused to an administrator of a municipality alone', async () => {
    const admin = await makeStaff(app, 'admin', ale);
    const answer = await admin.api.post<ProblemBody>('/municipalities', { key: true, body: asked() });
    expect([answer.status, answer.body.code]).toEqual([403, 'installation.notYours']);
  });

  it('is nowhere while it is a draft, but for its staff', async () => {
    const { body: town } = await create(asked());
    const [lng, lat] = town.localities[0]?.position ?? [0, 0];
    const neighbour = await makeStaff(app, 'coordinator', ale);
    for (const api of [app.api(), neighbour.api]) {
      expect((await api.get(`/municipalities/${town.slug}`)).status).toBe(404);
      expect((await api.get(`/municipalities/${town.slug}/places`)).status).toBe(404);
      expect((await api.get('/answers', { query: { municipality: town.slug } })).status).toBe(404);
      const all = await api.get('/municipalities', { query: { limit: 100 } });
      expect(JSON.stringify(all.body)).not.toContain(town.slug);
    }
    expect((await neighbour.api.get(`/municipalities/${town.slug}/administration`)).status).toBe(404);
    expect((await neighbour.api.get(`/municipalities/${town.slug}/settings`)).status).toBe(404);
    const page = await fetch(`${app.url}/embed/${town.slug}`);
    expect(page.status).toBe(404);
    const sent = await app.api().post<ProblemBody>('/proposals', {
      key: true,
      body: { kind: 'dark-place', position: [lng, lat], details: { causes: [], when: [] } },
    });
    expect([sent.status, sent.body.code]).toEqual([422, 'position.outside']);
    const preview = await keeper.api.get<Municipality>(`/municipalities/${town.slug}`);
    expect(preview.body).toMatchObject({ draft: true });
    expect(preview.headers.get('Cache-Control')).toBe('private, no-store');
  });

  it('a promise in a draft is there for its staff alone', async () => {
    const draft = await makeMunicipality(app.dataSource);
    await app.dataSource.query('UPDATE municipalities SET opened_at = NULL WHERE id = $1', [draft.id]);
    const commitment = await makeCommitment(app.dataSource, draft);
    const officer = await makeStaff(app, 'police-officer', draft);
    const paths = [
      `/commitments/${commitment.id}`,
      `/medborgarloften/${commitment.medborgarlofteId}`,
      `/commitments/${commitment.id}/activities`,
    ];
    for (const path of paths) expect([path, (await app.api().get(path)).status]).toEqual([path, 404]);
    const list = '/medborgarloften';
    const query = { municipality: draft.slug };
    expect((await app.api().get(list, { query })).body).toMatchObject({ items: [] });
    expect((await officer.api.get<{ items: unknown[] }>(list, { query })).body.items).toHaveLength(1);
    expect((await officer.api.get(`/commitments/${commitment.id}`)).status).toBe(200);
  });

  it('opens when nothing is missing, and not before', async () => {
    const { body: town } = await create(asked());
    const path = `/municipalities/${town.slug}/opening`;
    const early = await keeper.api.post<ProblemBody>(path, { body: { version: town.version } });
    expect([early.status, early.body.code]).toEqual([409, 'municipality.notReady']);
    const [row] = await app.dataSource.query<{ id: string }[]>(
      'SELECT id FROM municipalities WHERE slug = $1',
      [town.slug],
    );
    const whole = { ...ale, id: row?.id ?? '', slug: town.slug };
    const writer = await makeStaff(app, 'coordinator', whole);
    const begun = await writer.api.post('/triage/promise-drafts', {
      key: true,
      body: { municipality: town.slug, origin: 'nothing' },
    });
    expect(begun.status).toBe(201);
    const own = () => keeper.api.get<Town>(`/municipalities/${town.slug}/administration`);
    expect((await own()).body.missing).toEqual(['promise', 'commitment']);
    const { id: commitmentId } = await makeCommitment(app.dataSource, whole);
    const taken = async (at: string | null) =>
      app.dataSource.query('UPDATE commitments SET removed_at = $2 WHERE id = $1', [commitmentId, at]);
    await taken('2026-01-01T12:00:00Z');
    expect((await own()).body.missing).toEqual(['commitment']);
    await taken(null);
    await makeStaff(app, 'police-officer', whole);
    const opened = await keeper.api.post<Town>(path, { body: { version: town.version } });
    expect(opened.body.missing).toEqual([]);
    expect(opened.body.openedAt).not.toBeNull();
    expect((await app.api().get(`/municipalities/${town.slug}`)).status).toBe(200);
    const again = await keeper.api.post<ProblemBody>(path, { body: { version: opened.body.version } });
    expect([again.status, again.body.code]).toEqual([409, 'municipality.open']);
  });

  const wrong: [name: string, changes: object, field: string, code: string][] = [
    ['a slug of the product’s own', { slug: 'arbete' }, 'slug', 'reserved'],
    ['a police district that is not there', { police: { slug: 'ingen' } }, 'police', 'notFound'],
    ['an office in the place of a police district', { police: {} }, 'police', 'required'],
    ['neither outline nor box', { outline: undefined }, 'outline', 'required'],
    ['a link that is none', { policeLink: 'javascript:alert(1)' }, 'policeLink', 'notALink'],
  ];
  it.each(wrong)('%s is told by its field', async (_name, changes, field, code) => {
    const { status, body } = await create(asked(changes));
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ field, code }]);
  });

  it('code, slug and prefix are each somebody’s own', async () => {
    const first = await create(asked());
    const { slug, code, referencePrefix } = first.body;
    const { body } = await create(asked({ slug, code, referencePrefix }));
    expect(body.errors?.map(({ field, code: fault }) => `${field} ${fault}`)).toEqual([
      'slug taken',
      'code taken',
      'referencePrefix taken',
    ]);
  });

  it('may begin with a box, which an outline then replaces; the former one can be taken back', async () => {
    const [lng, lat] = [15.4, 64];
    const box = [lng - 0.1, lat - 0.1, lng + 0.1, lat + 0.1];
    const locality = { name: 'Mitten', position: [lng, lat], population: null };
    const { body: town } = await create(asked({ outline: undefined, box, locality }));
    expect(town.missing).toContain('outline');
    const shapes = `/municipalities/${town.slug}/shapes/outline`;
    const text = outline([lng, lat]);
    const report = await keeper.api.post<ShapeReport>(`${shapes}/checks`, { body: { text } });
    expect(report.body).toMatchObject({ faults: [], remarks: [], pointsRead: 6, pointsKept: 6 });
    expect(report.body.squareKilometres).toBeGreaterThan(10);
    const replaced = await keeper.api.put<Town>(shapes, { body: { version: town.version, text } });
    expect(replaced.body.missing).not.toContain('outline');
    const stale = await keeper.api.put<ProblemBody>(shapes, { body: { version: town.version, text } });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
    const { items } = (await keeper.api.get<FormerShapePage>(`${shapes}/former`)).body;
    expect(items).toMatchObject([{ replacedBy: keeper.staff.name, shape: { type: 'Polygon' } }]);
    const back = await keeper.api.post<Town>(`${shapes}/returns`, {
      body: { version: replaced.body.version, id: items[0]?.id },
    });
    expect(back.body.missing).toContain('outline');
  });

  it('an outline that crosses itself, or leaves out a locality, is told; a long one is simplified', async () => {
    const admin = await makeStaff(app, 'admin', ale);
    const check = async (ring: number[][]) =>
      (
        await admin.api.post<ShapeReport>(`/municipalities/${ale.slug}/shapes/outline/checks`, {
          body: { text: JSON.stringify({ type: 'Polygon', coordinates: [ring] }) },
        })
      ).body;
    const [west, south, east, north] = ale.bbox;
    const bowTie = [
      [west, south],
      [east, north],
      [east, south],
      [west, north],
      [west, south],
    ];
    expect((await check(bowTie)).faults).toMatchObject([{ code: 'crosses-itself' }]);
    const corner = [
      [west, south],
      [west + 0.01, south],
      [west, south + 0.01],
      [west, south],
    ];
    expect((await check(corner)).remarks).toEqual([
      { code: 'leaves-out-localities', feature: null, line: null, found: 'Centrum' },
    ]);
    const [lng, lat] = ale.center;
    const circle = Array.from({ length: 5000 }, (_, i) => {
      const angle = (i / 5000) * 2 * Math.PI;
      return [lng + 0.04 * Math.cos(angle), lat + 0.04 * Math.sin(angle)];
    });
    const round = await check([...circle, circle[0] ?? []]);
    expect(round.faults).toEqual([]);
    expect(round.pointsRead).toBe(5001);
    expect(round.pointsKept).toBeLessThanOrEqual(600);
    expect(round.simplifiedByMetres).toBeGreaterThan(0);
  });

  it('texts, contacts and links are seen at once, in the reader’s language; the log has before and after', async () => {
    const town = await makeMunicipality(app.dataSource);
    const coordinator = await makeStaff(app, 'coordinator', town);
    const path = `/municipalities/${town.slug}/administration`;
    const { version } = (await coordinator.api.get<Town>(path)).body;
    const welcome = { sv: 'Välkommen hit.', en: 'Welcome here.' };
    const body = { version, texts: { welcome, about: null } };
    expect((await coordinator.api.patch(path, { body })).status).toBe(200);
    const english = await app
      .api()
      .get<Municipality>(`/municipalities/${town.slug}`, { headers: { 'Accept-Language': 'en' } });
    expect(english.body).toMatchObject({ welcome: 'Welcome here.', about: null });
    const [event] = await app.dataSource.query<unknown[]>(
      `SELECT type, changes FROM admin_events WHERE municipality_id = $1`,
      [town.id],
    );
    expect(event).toEqual({
      type: 'town.changed',
      changes: {
        before: { texts: { welcome: null, about: null } },
        after: { texts: { welcome, about: null } },
      },
    });
    const stale = await coordinator.api.patch<ProblemBody>(path, { body: { version, shortName: 'Annat' } });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
  });

  it('a locality is added, renamed, and removed while nothing names it', async () => {
    const town = await makeMunicipality(app.dataSource);
    const admin = await makeStaff(app, 'admin', town);
    const path = `/municipalities/${town.slug}/localities`;
    let { version } = (await admin.api.get<Town>(`/municipalities/${town.slug}/administration`)).body;
    const draft = { name: 'Övre Ås', position: town.center, population: 40 };
    const added = await admin.api.post<Town>(path, { body: { ...draft, version } });
    version = added.body.version;
    expect(added.body.localities.map(({ slug }) => slug)).toEqual(['centrum', 'ovre-as']);
    const renamed = await admin.api.put<Town>(`${path}/ovre-as`, { body: { ...draft, name: 'Ås', version } });
    version = renamed.body.version;
    const { body: places } = await app
      .api()
      .get(`/municipalities/${town.slug}/places`, { query: { q: 'Ås' } });
    expect(places).toMatchObject({ items: [{ type: 'locality', name: 'Ås', locality: 'ovre-as' }] });
    const used = await admin.api.delete<ProblemBody>(`${path}/centrum`, { query: { version } });
    expect([used.status, used.body.code]).toEqual([409, 'locality.used']);
    const removed = await admin.api.delete<Town>(`${path}/ovre-as`, { query: { version } });
    expect(removed.body.localities.map(({ slug }) => slug)).toEqual(['centrum']);
  });
});
