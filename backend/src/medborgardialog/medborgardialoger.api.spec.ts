import type { CreateDialogue } from '@lofteskartan/shared/contracts/medborgardialog-planning';
import type { StaffDialogue, StaffDialogueList } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type { DialogueList, Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import ICAL from 'ical.js';
import { Config } from '../platform/config/config.js';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { CloseForgottenDialogues } from './close-forgotten.service.js';
import { dialoguePlan } from './medborgardialog.fixture.js';

let app: TestApp;
let town: TestMunicipality;
let officer: TestPerson;

type Answer = StaffDialogue & ProblemBody;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  officer = await makeStaff(app, 'case-officer', town);
});
afterAll(() => app.stop());

const create = async (more: Partial<CreateDialogue> = {}): Promise<StaffDialogue> => {
  const body = dialoguePlan(town.slug, more);
  const made = await officer.api.post<Answer>('/dialogues', { key: true, body });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
};
const act = (
  { reference, version }: Pick<StaffDialogue, 'reference' | 'version'>,
  what: 'publications' | 'openings' | 'closings' | 'cancellations',
  more: object = {},
) => officer.api.post<Answer>(`/dialogues/${reference}/${what}`, { body: { version, ...more } });
const save = (dialogue: StaffDialogue, more: object = {}) => {
  const { municipality: _unsent, ...plan } = dialoguePlan(town.slug);
  return officer.api.put<Answer>(`/dialogues/${dialogue.reference}`, {
    body: { ...plan, version: dialogue.version, ...more },
  });
};
const published = async (more: Partial<CreateDialogue> = {}): Promise<StaffDialogue> =>
  (await act(await create(more), 'publications')).body;
const read = (reference: string, language?: string) =>
  app.api().get<Medborgardialog & ProblemBody>(`/medborgardialoger/${reference}`, {
    ...(language && { headers: { 'Accept-Language': language } }),
  });
const list = async (query: Record<string, string> = {}) =>
  (await app.api().get<DialogueList>(`/municipalities/${town.slug}/medborgardialoger`, { query })).body;

describe('a medborgardialog from its draft until it is closed', () => {
  it('is for staff alone until it is published', async () => {
    const draft = await create();
    expect(draft).toMatchObject({ status: 'draft', isPublic: false, version: 1, mayChange: true });
    expect((await read(draft.reference)).status).toBe(404);
    expect(await list()).toEqual({ coming: [], held: [] });
    const { body } = await officer.api.get<StaffDialogueList>('/dialogues', {
      query: { municipality: town.slug },
    });
    expect(body.items.map(({ reference, status }) => [reference, status])).toEqual([
      [draft.reference, 'draft'],
    ]);
  });

  it('tells everyone what a resident needs, and goes through its states', async () => {
    const draft = await create({
      accessibility: 'Entrén är utan trösklar.',
      venuePosition: town.center,
      questionsUntil: '2026-12-01T23:00:00.000Z',
    });
    const one = (await act(draft, 'publications')).body;
    expect(one).toMatchObject({ status: 'published', isPublic: true, version: 2 });
    const seen = await read(draft.reference.toLowerCase());
    expect(seen.body).toMatchObject({
      title: 'Ortsutvecklingsmöte i Centrum',
      levelMeaning: 'Vi samtalar, och du får veta vad det ledde till.',
      accessibility: 'Entrén är utan trösklar.',
      venuePosition: town.center,
      localities: ['centrum'],
      mayAsk: true,
      signUp: null,
      liveCode: null,
      questionsUntil: '2026-12-01T23:00:00.000Z',
    });
    expect(seen.body.agenda.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Nuläget', 30],
      ['Frågor och svar', 60],
    ]);
    const early = await act(one, 'openings');
    expect([early.status, early.body.code]).toEqual([409, 'dialogue.notYet']);
    app.clock.set('2026-12-03T16:45:00Z');
    officer = await makeStaff(app, 'coordinator', town);
    const open = (await act(one, 'openings')).body;
    expect((await read(one.reference)).body).toMatchObject({ status: 'open', liveCode: open.shortCode });
    const closed = (await act(open, 'closings')).body;
    expect(closed.events.map(({ type }) => type)).toEqual(['created', 'published', 'opened', 'closed']);
    expect((await read(one.reference)).body).toMatchObject({
      status: 'closed',
      liveCode: null,
      mayAsk: false,
    });
    expect((await list()).held.map(({ reference }) => reference)).toEqual([one.reference]);
  });

  it('that is called off stays, and says why', async () => {
    const one = await published();
    const off = await act(one, 'cancellations', { reason: ' Lokalen har vattenskada. ' });
    expect(off.body).toMatchObject({ status: 'cancelled', cancelledReason: 'Lokalen har vattenskada.' });
    expect((await read(one.reference)).body.cancelledReason).toBe('Lokalen har vattenskada.');
    expect((await act(off.body, 'openings')).body.code).toBe('dialogue.cancelled');
    expect((await save(off.body)).body.code).toBe('dialogue.cancelled');
  });

  it('that is called off as a draft was never there for others', async () => {
    const draft = await create();
    expect((await act(draft, 'cancellations', { reason: 'Dubblett' })).status).toBe(200);
    expect((await read(draft.reference)).status).toBe(404);
    expect(await list()).toEqual({ coming: [], held: [] });
  });

  it.each<[string, Partial<CreateDialogue>, string]>([
    ['without a place', { venue: '  ' }, 'dialogue.noVenue'],
    ['online without a link', { form: 'online' }, 'dialogue.noLink'],
    ['without an agenda', { agenda: [] }, 'dialogue.noAgenda'],
  ])('is not published %s, nor changed into such a one', async (_, lacking, code) => {
    const draft = await create(lacking);
    expect((await act(draft, 'publications')).body.code).toBe(code);
    const one = await published();
    expect((await save(one, lacking)).body.code).toBe(code);
  });
});

describe('changing it', () => {
  it('keeps what was written, notes which fields, and refuses what is stale', async () => {
    const one = await published();
    const [first] = one.agenda;
    const saved = await save(one, {
      venue: 'Biblioteket',
      agenda: [{ title: 'Välkommen' }, { id: first?.id ?? '', title: 'Läget nu' }],
      localities: [],
    });
    expect(saved.body).toMatchObject({ venue: 'Biblioteket', version: 3, localities: [] });
    expect(saved.body.agenda.map(({ title }) => title)).toEqual(['Välkommen', 'Läget nu']);
    expect(saved.body.agenda[1]?.id).toBe(first?.id);
    expect(saved.body.events.at(-1)).toMatchObject({ type: 'changed', changes: { fields: ['venue'] } });
    const stale = await save(one);
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
  });

  it('loses no item of the agenda to an id that is not its own, or stands twice', async () => {
    const [one, other] = [await published(), await published()];
    const id = one.agenda[0]?.id ?? '';
    const foreign = other.agenda[0]?.id ?? '';
    const items = async (agenda: object[]) => (await save(one, { agenda })).body;
    expect(
      await items([
        { id, title: 'Läget' },
        { id: foreign, title: 'Annat' },
      ]),
    ).toMatchObject({
      errors: [{ field: 'agenda.1.id', code: 'notFound' }],
    });
    expect(
      await items([
        { id, title: 'Läget' },
        { id: id.toUpperCase(), title: 'Annat' },
      ]),
    ).toMatchObject({
      errors: [{ field: 'agenda.1.id', code: 'notUnique' }],
    });
    const seen = await read(one.reference);
    expect(seen.body.agenda).toHaveLength(one.agenda.length);
    const fresh = await officer.api.post('/dialogues', {
      key: true,
      body: dialoguePlan(town.slug, { agenda: [{ id: foreign, title: 'Annat' }] }),
    });
    expect([fresh.status, fresh.body]).toMatchObject([422, { errors: [{ field: 'agenda.0.id' }] }]);
  });

  it.each([
    ['ends before it begins', { endsAt: '2026-12-03T17:00:00Z' }, 'endsAt', 'notAfterTheStart'],
    [
      'takes questions after that',
      { questionsUntil: '2026-12-03T17:00:01Z' },
      'questionsUntil',
      'afterTheStart',
    ],
    ['takes sign-ups after that', { signUpUntil: '2026-12-04T00:00:00Z' }, 'signUpUntil', 'afterTheStart'],
    ['is for a locality elsewhere', { localities: ['annanstans'] }, 'localities.0', 'notFound'],
    ['is about nothing', { links: [{ kind: 'place', key: 'P22222' }] }, 'links.0.key', 'notFound'],
    ['is joined over plain http', { onlineUrl: 'http://example.org' }, 'onlineUrl', 'notALink'],
  ])('is refused when it %s', async (_, more, field, code) => {
    const body = dialoguePlan(town.slug, more as Partial<CreateDialogue>);
    const { status, body: problem } = await officer.api.post<Answer>('/dialogues', { key: true, body });
    expect([status, problem.errors]).toEqual([422, [expect.objectContaining({ field, code })]]);
  });

  it('is told in English where somebody wrote it', async () => {
    const en = { title: 'Local meeting', purpose: 'Tell us.', levelMeaning: 'We talk.' };
    const { reference } = await published({ translations: { en } });
    expect((await read(reference, 'en')).body).toMatchObject(en);
    expect((await read(reference)).body.title).toBe('Ortsutvecklingsmöte i Centrum');
    const other = await published();
    expect((await read(other.reference, 'en')).body.title).toBe('Ortsutvecklingsmöte i Centrum');
  });
});

describe('planning another like it', () => {
  it('keeps words, agenda and localities, how long it takes, and deadlines by days at their hour', async () => {
    const source = await published({
      capacity: 30,
      questionsUntil: '2026-12-01T17:00:00.000Z',
      signUpUntil: '2026-12-02T17:00:00.000Z',
    });
    const made = await officer.api.post<Answer>(`/dialogues/${source.reference}/copies`, {
      key: true,
      body: { startsAt: '2027-02-04T18:00:00.000Z' },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      status: 'draft',
      title: source.title,
      localities: ['centrum'],
      capacity: 30,
      startsAt: '2027-02-04T18:00:00.000Z',
      endsAt: '2027-02-04T20:00:00.000Z',
      questionsUntil: '2027-02-02T17:00:00.000Z',
      signUpUntil: '2027-02-03T17:00:00.000Z',
      signUps: { seated: 0, waiting: 0 },
    });
    expect(made.body.reference).not.toBe(source.reference);
    expect(made.body.agenda.map(({ title }) => title)).toEqual(source.agenda.map(({ title }) => title));
    expect(made.body.agenda.map(({ id }) => id)).not.toEqual(source.agenda.map(({ id }) => id));
  });
});

describe('what it is about', () => {
  it('is told as far as it is public', async () => {
    const commitment = await makeCommitment(app.dataSource, town, { slug: 'kontroller' });
    const proposal = await submitProposal(app, { kind: 'speed-check', position: town.center });
    const place = async (name: string, isPublic: boolean, metres: number): Promise<string> => {
      const body = {
        municipality: town.slug,
        name,
        position: northOf(town.center, metres),
        causes: ['underpass'],
        when: ['dark'],
        seasons: [],
        isPublic,
      };
      const made = await officer.api.post<{ reference: string }>('/inventory/places', { key: true, body });
      return made.body.reference;
    };
    const tunnel = await place('Tunneln', true, 100);
    const yard = await place('Lastkajen', false, 400);
    const one = await published({
      links: [
        { kind: 'commitment', key: commitment.id },
        { kind: 'proposal', key: proposal.reference },
        { kind: 'place', key: tunnel },
        { kind: 'place', key: yard },
      ],
    });
    expect(one.subjects.map(({ title, path }) => [title, path])).toContainEqual(['Lastkajen', null]);
    const { body } = await read(one.reference);
    expect(body.subjects.map(({ kind, path }) => [kind, path])).toEqual([
      ['commitment', '/lofte/kontroller'],
      ['place', `/platser/${tunnel}`],
      ['proposal', `/forslag/${proposal.reference}`],
    ]);
    expect(body.subjects[0]?.title).toBe('Åtagandet');
    const moves = `/triage/proposals/${proposal.reference}/moves`;
    expect((await officer.api.post(moves, { body: { to: 'hidden', version: 1 } })).status).toBe(200);
    const after = (await read(one.reference)).body.subjects;
    expect(after.map(({ kind }) => kind)).toEqual(['commitment', 'place']);
  });
});

describe('a dialogue that somebody forgot to close', () => {
  it('closes by itself half a day after it was to end, once, and says so in its history', async () => {
    const one = await published({ startsAt: '2026-12-03T17:00:00Z', endsAt: '2026-12-03T19:00:00Z' });
    app.clock.set('2026-12-03T16:55:00Z');
    officer = await makeStaff(app, 'case-officer', town);
    expect((await act(one, 'openings')).status).toBe(200);
    const closing = app.get(CloseForgottenDialogues);
    app.clock.set('2026-12-04T06:59:00Z');
    expect(await closing.closeAll()).toBe(0);
    app.clock.set('2026-12-04T07:01:00Z');
    expect(await Promise.all([closing.closeAll(), closing.closeAll()])).toContain(1);
    expect(await closing.closeAll()).toBe(0);
    officer = await makeStaff(app, 'case-officer', town);
    const { body } = await officer.api.get<StaffDialogue>(`/dialogues/${one.reference}`);
    expect(body.status).toBe('closed');
    expect(body.events.filter(({ type }) => type === 'closed')).toMatchObject([{ actor: null }]);
  });
});

describe('the list', () => {
  it('has those to come soonest first, and those of a locality with those of all', async () => {
    const later = await published({ startsAt: '2026-12-10T17:00:00Z', endsAt: '2026-12-10T19:00:00Z' });
    const sooner = await published({ localities: [] });
    const { coming } = await list();
    expect(coming.map(({ reference }) => reference)).toEqual([sooner.reference, later.reference]);
    expect((await list({ locality: 'centrum' })).coming.length).toBe(2);
    expect((await list({ locality: 'annan' })).coming.map(({ reference }) => reference)).toEqual([
      sooner.reference,
    ]);
  });

  it('is not there for a municipality that is not', async () => {
    expect((await app.api().get('/municipalities/ingenstans/medborgardialoger')).status).toBe(404);
  });
});

describe('in calendars, feeds and pictures', () => {
  const text = async (path: string): Promise<string> => (await fetch(`${app.url}${path}`)).text();
  const events = async (path: string) =>
    new ICAL.Component(ICAL.parse(await text(path)) as unknown[])
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each));

  it('has its hours, its place and its state', async () => {
    const one = await published();
    const path = `/api/v1/medborgardialoger/${one.reference}/calendar.ics`;
    const [event] = await events(path);
    expect([event?.summary, event?.location, event?.startDate.toJSDate().toISOString()]).toEqual([
      one.title,
      one.venue,
      one.startsAt,
    ]);
    const whole = await events(`/${town.slug}/kalender.ics`);
    expect(whole.map(({ uid }) => uid)).toContain(
      `medborgardialog/${one.reference}@${new URL(app.get(Config).publicUrl).hostname}`,
    );
    expect(await text(`/${town.slug}/flode.atom`)).toContain(`Medborgardialog: ${one.title}`);
    await act(one, 'cancellations', { reason: 'Sjukdom' });
    expect(await text(path)).toMatch(/STATUS:CANCELLED[^]*Inställd: Orts|Inställd: Orts[^]*STATUS:CANCELLED/);
    expect(await text(`/${town.slug}/flode.atom`)).toContain(`Inställd: ${one.title}`);
  });

  it('says nothing as a draft', async () => {
    const { reference } = await create();
    expect((await fetch(`${app.url}/api/v1/medborgardialoger/${reference}/calendar.ics`)).status).toBe(404);
    const share = `/api/v1/share-pictures/medborgardialoger/${reference}`;
    expect((await fetch(`${app.url}${share}`)).status).toBe(404);
    for (const path of [`/${town.slug}/kalender.ics`, `/${town.slug}/flode.atom`])
      expect(await text(path)).not.toContain(reference);
  });

  it('has a picture to share', async () => {
    const { reference } = await published();
    const answer = await fetch(`${app.url}/api/v1/share-pictures/medborgardialoger/${reference}`);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  });
});
