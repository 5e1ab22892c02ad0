import type { DarkPlace } from '@lofteskartan/shared/contracts/dark-places';
import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { PlaceSign } from '@lofteskartan/shared/contracts/place-signs';
import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { placeOfAddress } from '@lofteskartan/shared/form-address';
import type { ProposalReceipt, ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import decodeQR from 'qr/decode.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { readPaper, type PrintedRectangle } from '../../test/support/printed-paper.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { orderOf, support, wishAt } from '../planner/planner.fixture.js';

let app: TestApp;
let town: TestMunicipality;
let police: TestPerson;
let officer: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-26T09:00:00Z');
  town = await makeMunicipality(app.dataSource);
  police = await makeStaff(app, 'police-officer', town);
  officer = await makeStaff(app, 'case-officer', town);
});
afterAll(() => app.stop());

const pathOf = async (): Promise<string> => {
  const [stretch] = await orderOf(police, town);
  return `/planner/${town.slug}/stretches/${stretch?.id ?? ''}/sign`;
};
const sign = async (query: Record<string, string> = {}, path?: string): Promise<PlaceSign> => {
  const { status, body } = await police.api.get<PlaceSign>(path ?? (await pathOf()), { query });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const hide = async ({ reference }: ProposalReceipt) =>
  officer.api.post(`/triage/proposals/${reference}/moves`, { body: { to: 'hidden', version: 1 } });

/** What a camera reads from the squares of a page. */
function scanned(rectangles: readonly PrintedRectangle[]): string {
  const perPoint = 3;
  const frame = rectangles.find(({ height }) => height > 100);
  if (!frame) throw new Error('There is no code');
  const side = Math.round(frame.width * perPoint);
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const at = (points: number, from: number) => Math.round((points - from) * perPoint);
  for (const each of rectangles.filter((one) => one !== frame))
    for (let y = at(each.y, frame.y); y < at(each.y + each.height, frame.y); y += 1) {
      const row = y * side;
      data.fill(0, (row + at(each.x, frame.x)) * 4, (row + at(each.x + each.width, frame.x)) * 4);
    }
  return decodeQR({ width: side, height: side, data });
}

describe('the sign of a stretch', () => {
  it('says who asked and when it was last checked, and leads to the form with the place chosen', async () => {
    const commitment = await makeCommitment(app.dataSource, town);
    const wish = await wishAt(app, town, 0, { roadName: 'Storgatan' });
    await support(app, wish.reference, 5);
    const { body: story } = await app.api().get<ProposalStory>(`/proposals/${wish.reference}`);
    expect(commitment.id).toBeTruthy();
    const said = await sign();
    expect(said).toMatchObject({
      heading: 'Här har 6 önskat hastighetskontroll.',
      lines: ['Ingen kontroll har redovisats här än.'],
      foot: 'Utskriven i november 2026. Är det akut: ring 112.',
    });
    expect(said.place).toMatch(/^Storgatan, /);
    expect(said.promise).toMatch(/ · Åtagandet$/);
    const { pathname, searchParams } = new URL(said.link);
    expect(pathname).toBe(`/${town.slug}/ny/hastighetskontroll`);
    expect(placeOfAddress(searchParams.get('plats'))).toEqual(story.position);
  });

  it('is one page with its words, and its code can be scanned', async () => {
    await wishAt(app, town, 0, { roadName: 'Storgatan' });
    const road = 'Gamla landsvägen förbi Stora skolan och idrottsplatsen';
    const query = { road };
    const { headers, body, status } = await police.api.get<Buffer>(`${await pathOf()}/pdf`, { query });
    expect([status, headers.get('Content-Type'), headers.get('Cache-Control')]).toEqual([
      200,
      'application/pdf',
      'private, no-store',
    ]);
    expect(headers.get('Content-Disposition')).toContain('attachment; filename="skylt-');
    const marks = body.toString('latin1');
    for (const mark of ['%PDF-1.7', '/Lang (sv-SE)', '/Marked true', '/S /H1', '/S /Figure'])
      expect(marks).toContain(mark);
    const { pages, text, rectangles } = readPaper(body);
    const said = await sign(query);
    expect(pages).toBe(1);
    for (const words of [said.heading, ...said.lines, said.ask, said.how, said.foot, said.municipality])
      expect(text).toContain(words);
    expect(text).toContain(road);
    expect(scanned(rectangles)).toBe(said.link);
  });

  it('counts people once, and those alone whose wishes are public', async () => {
    const first = await wishAt(app, town, 0);
    const second = await wishAt(app, town, 30);
    const neighbour = app.api();
    await support(app, first.reference, 1, neighbour);
    await support(app, second.reference, 1, neighbour);
    await support(app, first.reference, 2);
    expect((await sign()).heading).toBe('Här har 5 önskat hastighetskontroll.');
    await hide(second);
    expect((await sign()).heading).toBe('Här har grannar önskat hastighetskontroll.');
  });

  it('is not made where nothing is public any more, and by nobody but the police of the municipality', async () => {
    const wish = await wishAt(app, town, 0);
    const path = await pathOf();
    await hide(wish);
    const { status, body } = await police.api.get<{ code: string }>(path);
    expect([status, body.code]).toEqual([409, 'sign.nothingPublic']);
    const elsewhere = await makeStaff(app, 'police-officer', await makeMunicipality(app.dataSource));
    for (const each of [path, `${path}/pdf`]) {
      expect((await elsewhere.api.get(each)).status).toBe(404);
      expect((await officer.api.get(each)).status).toBe(403);
    }
  });

  describe('and a check there', () => {
    let commitment: TestCommitment;
    let wish: ProposalReceipt;
    beforeEach(async () => {
      commitment = await makeCommitment(app.dataSource, town);
      wish = await wishAt(app, town, 0);
    });
    const logged = async (more: object = {}): Promise<void> => {
      const body = {
        commitmentId: commitment.id,
        occurredOn: '2026-11-25',
        publicText: 'Kontroll.',
        position: town.center,
        result: { endedAt: '2026-11-25T20:00:00Z', durationMinutes: 60 },
        ...more,
      };
      const made = await police.api.post<StaffActivity>('/activities', { key: true, body });
      if (made.status !== 201) throw new Error(JSON.stringify(made.body));
      const coordinator = await makeStaff(app, 'coordinator', town);
      const done = await coordinator.api.post(`/activities/${made.body.id}/confirm`, { body: {} });
      if (done.status !== 200) throw new Error(JSON.stringify(done.body));
    };

    it.each([
      ['that served a wish', () => ({ proposalReferences: [wish.reference] })],
      ['that was made near by', () => ({})],
    ])('%s is told once it is released, and not before', async (_case, more) => {
      const path = await pathOf();
      const before = await police.api.get<Buffer>(`${path}/pdf`);
      await logged(more());
      const waiting = await police.api.get<Buffer>(`${path}/pdf`);
      expect(waiting.body.equals(before.body)).toBe(true);
      app.clock.advance({ hours: 25 });
      await app.runJobs();
      police = await makeStaff(app, 'police-officer', town);
      expect((await sign({}, path)).lines).toEqual(['Senast kontrollerad 25 november 2026.']);
      expect((await sign({ language: 'en' }, path)).lines).toEqual(['Last checked on 25 November 2026.']);
    });

    it('that is planned changes nothing, neither words nor bytes', async () => {
      const path = await pathOf();
      const before = await police.api.get<Buffer>(`${path}/pdf`);
      const { body: settings } = await police.api.get<{ version: number }>(`/planner/${town.slug}/settings`);
      const on = { on: true, version: settings.version };
      expect((await police.api.put(`/planner/${town.slug}/plan`, { body: on })).status).toBe(200);
      const body = {
        stretchId: path.split('/').at(-2),
        plannedOn: '2026-11-27',
        fromHour: 15,
        toHour: 17,
      };
      const planned = await police.api.post(`/planner/${town.slug}/checks`, { key: true, body });
      expect(planned.status).toBe(201);
      const after = await police.api.get<Buffer>(`${path}/pdf`);
      expect(after.body.equals(before.body)).toBe(true);
    });
  });
});

describe('the sign of a place', () => {
  const make = async (more: object = {}): Promise<StaffPlace> => {
    const body = {
      municipality: town.slug,
      name: 'Gångtunneln under järnvägen',
      position: town.center,
      causes: ['underpass'],
      when: ['dark'],
      seasons: [],
      isPublic: true,
      note: 'Nyckeln finns hos vaktmästaren',
      lampNumbers: ['L-4711'],
      ...more,
    };
    const made = await officer.api.post<StaffPlace>('/inventory/places', { key: true, body });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.body;
  };
  const signOf = ({ reference }: StaffPlace, query: Record<string, string> = {}) =>
    officer.api.get<PlaceSign>(`/inventory/places/${reference}/sign`, { query });

  it('says what was done last in public, and leads to the form with the place chosen', async () => {
    const place = await make();
    const path = `/inventory/places/${place.reference}/measures`;
    let { version } = place;
    for (const [kind, isPublic, doneOn] of [
      ['cleaned', true, '2026-10-02'],
      ['lamp-repaired', false, '2026-11-02'],
    ] as const) {
      const body = { version, kind, isPublic };
      const planned = (await officer.api.post<StaffPlace>(path, { key: true, body })).body;
      const id = planned.measures.find((each) => each.doneOn === null)?.id ?? '';
      const done = { version: planned.version, doneOn, text: 'Klart.' };
      const sending = { key: true, body: done } as const;
      ({ version } = (await officer.api.post<StaffPlace>(`${path}/${id}/completions`, sending)).body);
    }
    const { body } = await signOf(place);
    expect(body).toMatchObject({
      heading: 'Den här platsen följs upp.',
      place: 'Gångtunneln under järnvägen',
      lines: ['Senaste åtgärd: städat och sanerat, 2 oktober 2026.'],
    });
    const page = await app.api().get<DarkPlace>(`/dark-places/${place.reference}`);
    expect(page.body.name).toBe(body.place);
    const { pathname, searchParams } = new URL(body.link);
    expect(pathname).toBe(`/${town.slug}/ny/otrygg-plats`);
    expect(page.body.position).not.toBeNull();
    expect(placeOfAddress(searchParams.get('plats'))).toEqual(page.body.position);
    expect(new URL(body.address).pathname).toBe(`/${town.slug}/platser/${place.reference}`);
  });

  it('is one page in English too, with nothing that staff alone know', async () => {
    const made = await make();
    const { reference } = made;
    const query = { language: 'en' };
    const path = `/inventory/places/${reference}/sign`;
    const { body, headers } = await officer.api.get<Buffer>(`${path}/pdf`, { query });
    expect(headers.get('Content-Disposition')).toContain(`skylt-${reference.toLowerCase()}.pdf`);
    const { pages, text, rectangles } = readPaper(body);
    expect([pages, body.toString('latin1').includes('/Lang (en-GB)')]).toEqual([1, true]);
    expect(text).toContain('This place is being looked after.');
    expect(text).not.toMatch(/Nyckeln|4711/);
    expect(text).toContain(`/platser/${reference}`);
    expect(scanned(rectangles)).toBe((await signOf(made)).body.link);
  });

  it('leads to the page of a place that has left the map', async () => {
    const place = await make();
    await app.dataSource.query(
      'UPDATE public_inventory_places SET lng = NULL, lat = NULL WHERE reference = $1',
      [place.reference],
    );
    const { body } = await signOf(place);
    expect(new URL(body.link).pathname).toBe(`/${town.slug}/platser/${place.reference}`);
    expect(body.address).toBe(body.link);
  });

  it('is not made of a place that is not public, nor for people who work elsewhere', async () => {
    const hidden = await make({ isPublic: false });
    const { status, body } = await signOf(hidden);
    expect([status, (body as unknown as { code: string }).code]).toEqual([409, 'sign.nothingPublic']);
    const elsewhere = await makeStaff(app, 'case-officer', await makeMunicipality(app.dataSource));
    const { reference } = await make();
    expect((await elsewhere.api.get(`/inventory/places/${reference}/sign`)).status).toBe(404);
    expect((await app.api().get(`/inventory/places/${reference}/sign`)).status).toBe(401);
  });
});
