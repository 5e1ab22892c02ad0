import type { StatementResult } from '@lofteskartan/shared/contracts/medborgardialog-live';
import { listRoutes } from '../src/platform/routes.js';
import { mailing } from './support/access-scene.js';
import { secretService } from './support/account-secrets.js';
import { startTestApp, type TestApp } from './support/app.js';
import { TestClock } from './support/clock.js';
import { IdentityProvider } from './support/identity-provider.js';
import {
  dialogueNames,
  dialoguePages,
  dialogueQueries,
  whatDialoguesTell,
} from './support/dialogue-addresses.js';
import { readPaper } from './support/printed-paper.js';
import { secretRoot, SecretsScene } from './support/secrets-scene.js';

/** Everything that anyone without a session or a token can be told: each route, asked in many ways. */
describe('no secret is told', () => {
  let app: TestApp;
  let provider: IdentityProvider;
  let scene: SecretsScene;
  let followUp: { id: string; asOf: string };
  const told: { address: string; status: number; text: string }[] = [];

  beforeAll(async () => {
    provider = await IdentityProvider.start('http://localhost:3000');
    app = await startTestApp({
      clock: new TestClock('2026-11-20T12:00:00Z'),
      config: {
        ...mailing,
        logLevel: 'trace',
        oidcIssuers: [provider.setting({ id: secretService, name: 'Kommunen' })],
      },
    });
    scene = await SecretsScene.make(app, provider);
    followUp = await scene.place.publishedFollowUp();
    for (const address of addresses()) await ask(address);
  }, 300_000);
  afterAll(async () => {
    await app.stop();
    await provider.stop();
  });

  /** What may stand in a parameter of an address. */
  function names(parameter: string, path: string): readonly string[] {
    const { municipality, commitment } = scene.place;
    if (parameter === '{slug}' || parameter === '{municipality}')
      return [municipality.slug, scene.draft.slug];
    if (path.includes('/dark-places/')) return scene.placeReferences;
    if (path.includes('/safety-walks/')) return scene.walkReferences;
    if (parameter === '{months}') return ['6', '12'];
    const ofDialogues = dialogueNames(parameter, path, scene.dialogues);
    if (ofDialogues) return ofDialogues;
    if (path.includes('/inventory/photos/')) return scene.placePhotoIds;
    if (parameter === '{reference}') return scene.references;
    if (parameter === '{number}') return ['1', '2', '3'];
    if (path.includes('/documentation/')) return ['register', 'risks', 'plan'];
    if (path.includes('/photos/'))
      return [...scene.photoIds, scene.coveredPhoto.id, scene.coveredPhoto.address];
    if (path.includes('/follow-ups/')) return [followUp.id];
    const { draftCommitment } = scene;
    return [commitment.id, commitment.medborgarlofteId, draftCommitment.id, draftCommitment.medborgarlofteId];
  }

  /** An address with every name that each of its parameters may have. */
  function filled(path: string): readonly string[] {
    const parameter = /\{\w+\}/.exec(path)?.[0];
    if (parameter === undefined) return [path];
    return names(parameter, path).flatMap((name) => filled(path.replace(parameter, name)));
  }

  function queriesOf(path: string): readonly string[] {
    const { municipality, commitment } = scene.place;
    const [west, south, east, north] = municipality.bbox;
    const box = `bbox=${[west, south, east, north].join(',')}`;
    if (path === '/api/v1/proposals') return listQueries(municipality.slug, commitment.id, box);
    if (path === '/api/v1/proposals/map')
      return Array.from({ length: 21 }, (_, zoom) => `${box}&zoom=${zoom}`).concat(
        ['speed-check', 'dark-place', 'idea'].map((kind) => `${box}&zoom=18&kind=${kind}`),
        ['committed', 'planned', 'done'].map((status) => `${box}&zoom=18&status=${status}`),
      );
    if (path === '/api/v1/proposals/similar') {
      const at = [...scene.secrets]
        .filter(([name]) => name.endsWith('longitude'))
        .map(([name, longitude]) => {
          const latitude = scene.secrets.get(name.replace('longitude', 'latitude')) ?? '';
          return `position=${longitude},${latitude}`;
        });
      return at.flatMap((position) =>
        ['speed-check', 'dark-place', 'idea'].map((kind) => `${position}&kind=${kind}`),
      );
    }
    if (path === '/api/v1/dark-places')
      return ['', `municipality=${municipality.slug}`, `municipality=${scene.draft.slug}`].concat(
        scene.references.map((reference) => `proposal=${reference}`),
      );
    const ofDialogues = dialogueQueries(path);
    if (ofDialogues) return ofDialogues;
    if (path === '/api/v1/safety-walks')
      return ['', `municipality=${municipality.slug}`].concat(
        scene.placeReferences.map((reference) => `place=${reference}`),
      );
    if (path.endsWith('/by-date')) return [`municipality=${municipality.slug}&asOf=${followUp.asOf}`];
    return ['', `municipality=${municipality.slug}`, `municipality=${scene.draft.slug}`];
  }

  function listQueries(slug: string, commitment: string, box: string): readonly string[] {
    const here = `municipality=${slug}&limit=100`;
    return [
      '',
      here,
      `${here}&${box}`,
      ...['newest', 'oldest', 'most-supported', 'latest-answer'].map((sort) => `${here}&sort=${sort}`),
      ...['speed-check', 'dark-place', 'idea'].map((kind) => `${here}&kind=${kind}`),
      ...['received', 'committed', 'planned', 'done', 'hidden', 'withdrawn'].map(
        (status) => `${here}&status=${status}`,
      ),
      `${here}&commitment=${commitment}`,
      `${here}&locality=centrum`,
      `${here}&locality=none`,
      `${here}&owner=none`,
      ...['waiting', 'overdue', 'yes', 'no', 'referred', 'replied'].map((each) => `${here}&answer=${each}`),
      ...scene.references.map((reference) => `q=${reference}`),
      `${here}&q=trappa`,
    ];
  }

  function addresses(): string[] {
    const open = listRoutes(app.app).filter(({ method }) => method === 'GET');
    const asked = open.flatMap(({ path }) => {
      if (/\.(atom|ics)$/.test(path)) return feedAddresses(path);
      if (path.startsWith('/api/v1/planner/')) return scene.plannerAddresses;
      if (path.includes('{subject}') || path.includes('{commitment}')) return sharedAddresses(path);
      return filled(path).flatMap((each) =>
        queriesOf(path).map((query) => (query ? `${each}?${query}` : each)),
      );
    });
    const { slug } = scene.place.municipality;
    const pages = [
      '',
      '/karta',
      '/lofte',
      `/lofte/uppfoljning/${followUp.asOf}`,
      ...scene.references.flatMap((each) => [`/forslag/${each}`, `/folj/${each}`]),
    ];
    const closed = ['', '/lofte', '/om'].map((page) => `/${scene.draft.slug}${page}`);
    const ofDialogues = dialoguePages(slug, scene.dialogues);
    return [...asked, '/', '/arbete', ...closed, ...ofDialogues, ...pages.map((page) => `/${slug}${page}`)];
  }

  /** Feeds and calendars. */
  function feedAddresses(path: string): string[] {
    const { municipality, commitment } = scene.place;
    if (path.includes('/medborgardialoger/'))
      return filled(path).flatMap((each) => [each, `${each}?language=en`]);
    const address = path
      .replace('{municipality}', municipality.slug)
      .replace('{locality}', municipality.locality.slug)
      .replace('{commitment}', commitment.slug);
    return [address, `${address}?language=en`];
  }

  it('in feeds and calendars, which were read', () => {
    const read = told.filter(({ address }) => /\.(atom|ics)(\?|$)/.test(address));
    expect(read.filter(({ status }) => status === 200).length).toBeGreaterThan(6);
  });

  /** What is made of public answers for other places: pictures of each subject, and pages to embed. */
  function sharedAddresses(path: string): string[] {
    const { municipality, commitment } = scene.place;
    if (path.startsWith('/embed/'))
      return ['', '?language=en'].map((query) => `/embed/${municipality.slug}/${commitment.slug}${query}`);
    const pictures = path.replace('{subject}/{name}', '');
    return path.includes('{name}')
      ? [
          ...scene.references.map((reference) => `${pictures}proposals/${reference}`),
          `${pictures}commitments/${commitment.id}`,
          `${pictures}medborgarloften/${commitment.medborgarlofteId}`,
          `${pictures}follow-ups/${followUp.id}`,
          ...scene.dialogues.references.map((reference) => `${pictures}medborgardialoger/${reference}`),
        ]
      : [path.replace('{subject}', 'commitments').replace('{id}', commitment.id)];
  }

  it('in the versions of the promise, which were read', () => {
    const read = told.filter(({ address }) => /\/versions\/\d$/.test(address));
    expect(read.filter(({ status }) => status === 200).length).toBeGreaterThan(1);
  });

  /** Asks twice: the second time with the tag of the first answer. */
  async function ask(address: string): Promise<void> {
    let tag: string | null = null;
    for (const language of ['sv', 'en']) {
      const response = await fetch(`${app.url}${address}`, {
        redirect: 'manual',
        headers: { 'Accept-Language': language, ...(tag ? { 'If-None-Match': tag } : {}) },
      });
      tag = response.headers.get('ETag');
      const headers = JSON.stringify([...response.headers]);
      const bytes = Buffer.from(await response.arrayBuffer());
      const isPaper = response.headers.get('Content-Type') === 'application/pdf';
      const text = isPaper ? readPaper(bytes).text : bytes.toString('utf8');
      told.push({ address, status: response.status, text: `${headers}\n${text}` });
    }
  }

  it.each(whatDialoguesTell)(
    'by %s of a dialogue, which was read where it is public and nowhere else',
    (_name, asked) => {
      const found = told.filter(({ address }) => asked.test(address));
      const drafts = [...scene.secrets].filter(([name]) => /draft|not open|called off/.test(name));
      const closed = found.filter(({ address }) => drafts.some(([, secret]) => address.includes(secret)));
      expect(found.some(({ status }) => status === 200)).toBe(true);
      expect(closed.filter(({ status }) => status !== 404)).toEqual([]);
    },
  );

  it('by a count of few who voted', () => {
    const { few } = scene.dialogues;
    const said = new RegExp(`{"id":"${few}"[^}]*}`, 'g');
    const results = told.flatMap(({ text }) =>
      (text.match(said) ?? [])
        .map((each) => JSON.parse(each) as Partial<StatementResult>)
        .filter((each) => 'verdict' in each),
    );
    expect(results.length).toBeGreaterThan(1);
    for (const { answers, agree, disagree, pass, share } of results)
      expect([answers, agree, disagree, pass, share]).toEqual([null, null, null, null, null]);
  });

  it('in an answer, a page or a header', () => {
    const leaks = told.flatMap(({ address, text }) =>
      scene
        .foundIn(text)
        // What the caller brought in the address may come back in it.
        .filter((name) => !address.includes(scene.secrets.get(name) ?? ''))
        .map((name) => `${address} tells ${name}`),
    );
    expect(leaks).toEqual([]);
    expect(told.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
    expect(told.filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('by a photo before a part of it was covered', () => {
    const { id, address } = scene.coveredPhoto;
    const statuses = (name: string) =>
      new Set(
        told.filter((each) => each.address.startsWith(`/api/v1/photos/${name}`)).map(({ status }) => status),
      );
    expect([statuses(id), statuses(address)]).toEqual([new Set([404]), new Set([200])]);
  });

  it('by a photo that is secret', () => {
    const { id, address } = scene.secretPhoto;
    const asked = told.filter(
      (each) =>
        each.address.startsWith('/api/v1/photos/') &&
        (each.address.includes(id) || each.address.includes(address)),
    );
    expect(asked.length).toBeGreaterThan(1);
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([404]));
  });

  it('by a field that only staff have', () => {
    const fields =
      /"(safetyNow|lampNumber|reports|openReports|followToken|notes|personalData|policePlannedAt|awaitingRelease|sourceNote|loggedBy|version|topSpeed|redaction|originalUntil|secret|secrecy|heldWords|heldTexts)":/;
    const answers = told.filter(
      ({ address }) => address.startsWith('/api/v1/') && !address.includes('openapi'),
    );
    expect(answers.filter(({ text }) => fields.test(text)).map(({ address }) => address)).toEqual([]);
  });

  it('by what a search, a filter or a near place finds', async () => {
    const { municipality } = scene.place;
    const words = [...scene.secrets.values()].filter((secret) => secret.startsWith(secretRoot));
    for (const q of [secretRoot, ...words]) {
      const { body } = await app.api().get<{ items: unknown[] }>('/proposals', { query: { q } });
      expect([q, body.items]).toEqual([q, []]);
    }
    expect(await listed({ municipality: municipality.slug, status: 'planned' })).toEqual([]);
    const done = await listed({ municipality: municipality.slug, status: 'done' });
    const all = await listed({ municipality: municipality.slug, limit: 100 });
    const [check, dark, deserted, idea, kept, hidden, withdrawn, asked, ended, edited, secret] =
      scene.references;
    // What everyone reads to be done is what was mended; the check that the police did is not told yet.
    expect(done).toEqual([ended]);
    expect([...all].sort()).toEqual(
      [
        scene.place.proposal.reference,
        check,
        dark,
        kept,
        asked,
        ended,
        edited,
        scene.called.reference,
        scene.dialogues.pin,
      ].sort(),
    );
    for (const gone of [deserted, idea, hidden, withdrawn, secret])
      expect((await app.api().get(`/proposals/${gone ?? ''}`)).status).toBe(404);
  });

  async function listed(query: Record<string, string | number>): Promise<string[]> {
    const { body } = await app.api().get<{ items: { reference: string }[] }>('/proposals', { query });
    return body.items.map(({ reference }) => reference);
  }

  it('by a distance, which is that to the rounded place', async () => {
    const [lng, lat] = ['longitude', 'latitude'].map((part) => scene.secrets.get(`the check: ${part}`) ?? '');
    const near = await app
      .api()
      .get<{ items: { reference: string; position: number[]; distanceMetres: number }[] }>(
        '/proposals/similar',
        { query: { position: `${lng ?? ''},${lat ?? ''}`, kind: 'speed-check' } },
      );
    const found = near.body.items.find(({ reference }) => reference === scene.references[0]);
    expect(found?.position).not.toEqual([Number(lng), Number(lat)]);
    expect(found?.distanceMetres).toBeGreaterThan(0);
  });

  it('to the body that a proposal is referred to', async () => {
    const { reference, bodyId } = scene.called;
    const { api } = scene.place.people['case-officer'];
    const path = `/triage/proposals/${reference}/referral-previews`;
    const { status, body } = await api.post<{ subject: string; text: string }>(path, { body: { bodyId } });
    expect([status, scene.foundIn(`${body.subject} ${body.text}`)]).toEqual([200, []]);
    expect(body.text).toContain(reference);
  });

  it('on a sign that staff print for everyone', async () => {
    const { people } = scene.place;
    const stretch = scene.plannerAddresses.find((address) => /stretches\/[\w-]+$/.test(address)) ?? '';
    const [shown = '', hidden = ''] = scene.placeReferences;
    const signs = [
      { api: people['police-officer'].api, path: `${stretch.replace('/api/v1', '')}/sign` },
      { api: people['case-officer'].api, path: `/inventory/places/${shown}/sign` },
    ];
    for (const { api, path } of signs) {
      const { body, status } = await api.get(path);
      const paper = readPaper((await api.get<Buffer>(`${path}/pdf`)).body);
      expect([status, paper.pages]).toEqual([200, 1]);
      expect(scene.foundIn(`${JSON.stringify(body)} ${paper.text}`)).toEqual([]);
    }
    const none = await people['case-officer'].api.get(`/inventory/places/${hidden}/sign`);
    expect([none.status, scene.foundIn(JSON.stringify(none.body))]).toEqual([409, []]);
  });

  it('in the log, which heard all of it', () => {
    expect(scene.foundIn(app.log.text())).toEqual([]);
    expect(app.log.lines.length).toBeGreaterThan(300);
  });

  it('and the scan would have found it', async () => {
    const { reference } = scene.place.proposal;
    const staff = await scene.place.people['case-officer'].api.get(
      `/triage/proposals/${scene.references[0] ?? reference}`,
    );
    expect(scene.foundIn(JSON.stringify(staff.body)).length).toBeGreaterThan(5);
  });
});
