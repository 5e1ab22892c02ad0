import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { SocialPost } from '@lofteskartan/shared/contracts/sharing';
import type { StaffPoints } from '@lofteskartan/shared/contracts/medborgardialog-points';
import type { StaffDialogueReport } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import { POST_CHARACTERS } from '@lofteskartan/shared/vocabulary';
import sharp from 'sharp';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { done } from '../../test/support/done.js';
import { makeDialogue } from '../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment, type TestCommitment } from '../../test/support/promise.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { DescribePageService } from './describe-page.service.js';

let app: TestApp;
let town: TestMunicipality;
let coordinator: TestPerson;
let checks: TestCommitment;

beforeAll(async () => {
  app = await startTestApp({ config: { publicUrl: 'https://karta.example' } });
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  coordinator = await makeStaff(app, 'coordinator', town);
  checks = await makeCommitment(app.dataSource, town, {
    target: 10,
    slug: 'kontroller',
    requiresWish: false,
  });
});
afterAll(() => app.stop());

const known = (path: string) => app.get(DescribePageService).describe(path);
const head = async (path: string) => {
  const page = await known(path);
  return page === 'nowhere' ? null : page;
};

/** A speed check that is confirmed, but not public until its delay has passed. */
async function confirmed(publicText: string): Promise<string> {
  const { police } = town;
  const body = {
    commitmentId: checks.id,
    occurredOn: '2026-11-20',
    publicText,
    onBehalfOf: police.slug,
    sourceNote: 'Mejl',
  };
  const logged = await coordinator.api.post<StaffActivity>('/activities', { key: true, body });
  await coordinator.api.post(`/activities/${logged.body.id}/confirm`, { body: {} });
  return logged.body.id;
}

describe('the tags of a page', () => {
  it('tell of a commitment, with its one address and picture', async () => {
    const tags = await head(`/${town.slug}/lofte/kontroller`);
    expect(tags?.title).toContain('Åtagandet');
    expect(tags?.description).toContain('0 av 10');
    expect(tags?.canonical).toBe(`https://karta.example/${town.slug}/lofte/kontroller`);
    expect(tags?.picture?.address).toContain(
      `https://karta.example/api/v1/share-pictures/commitments/${checks.id}?v=`,
    );
    expect(tags?.indexed).toBe(true);
  });

  it.each(['', '/karta', '/lofte', '/om', '/ny/ide', '/integritet', '/svar', '/platser', '/vandringar'])(
    'stand on %s',
    async (page) => {
      expect((await head(`/${town.slug}${page}`))?.picture).not.toBeNull();
    },
  );

  it('of a proposal hold no words that nobody has released, and are gone with it', async () => {
    const { reference } = await submitProposal(app, {
      kind: 'speed-check',
      position: town.center,
      description: 'Grannen i det gula huset kör för fort.',
    });
    const tags = await head(`/${town.slug}/forslag/${reference.toLowerCase()}`);
    expect(tags?.title).toContain('Önskemål om hastighetskontroll');
    expect(JSON.stringify(tags)).not.toContain('gula');
    await app.dataSource.query('DELETE FROM public_proposals WHERE reference = $1', [reference]);
    expect(await known(`/${town.slug}/forslag/${reference}`)).toBe('nowhere');
    expect((await app.api().get(`/share-pictures/proposals/${reference}`)).status).toBe(404);
  });

  it('of a place are those of everyone, and are gone when it is for staff alone', async () => {
    const place = {
      name: 'Gångtunneln',
      description: 'Gående tar sig under spåren här.',
      causes: ['underpass'],
      when: ['dark'],
      seasons: ['winter'],
      isPublic: true,
    };
    const { body: made } = await coordinator.api.post<StaffPlace>('/inventory/places', {
      key: true,
      body: { ...place, municipality: town.slug, position: town.center },
    });
    const path = `/${town.slug}/platser/${made.reference}`;
    expect(await head(path.replace(made.reference, made.reference.toLowerCase()))).toMatchObject({
      description: 'Gående tar sig under spåren här.',
      canonical: `https://karta.example${path}`,
    });
    expect((await head(path))?.title).toContain('Gångtunneln');
    const body = { ...place, position: town.center, version: made.version, isPublic: false };
    await coordinator.api.put(`/inventory/places/${made.reference}`, { body });
    expect(await known(path)).toBe('nowhere');
  });

  it.each(['/folj/ALE-7K3F9', '/mina'])(
    'keep what belongs to one person out of search engines: %s',
    async (page) => {
      expect(await head(`/${town.slug}${page}`)).toMatchObject({ indexed: false, picture: null });
    },
  );

  it('say nothing of their own before all municipalities', async () => {
    expect(await known('/')).toBeNull();
  });

  it.each([
    '/ingenstans',
    '/ingenstans/lofte',
    '/TOWN/ingenstans',
    '/TOWN/lofte/inget',
    '/TOWN/forslag/ALE-7K3F9',
  ])('are those of nowhere at %s', async (path) => {
    expect(await known(path.replace('TOWN', town.slug))).toBe('nowhere');
  });
});

describe('a shared picture', () => {
  it('is 1200 × 630 and changes its address with what is public', async () => {
    const address = async () => (await head(`/${town.slug}/lofte/kontroller`))?.picture?.address;
    const before = await address();
    const answer = await app.api().get<Buffer>(`/share-pictures/commitments/${checks.id}`);
    expect(answer.headers.get('Content-Type')).toBe('image/png');
    expect(await sharp(answer.body).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    const tag = answer.headers.get('ETag') ?? '';
    const again = { headers: { 'If-None-Match': tag, 'Cache-Control': 'max-age=0' } };
    expect((await app.api().get(`/share-pictures/commitments/${checks.id}`, again)).status).toBe(304);
    const id = await confirmed('Vi mätte på Storvägen.');
    expect(await address()).toBe(before);
    const police = await makeStaff(app, 'police-officer', town);
    expect((await police.api.post(`/activities/${id}/release`, { body: {} })).status).toBe(200);
    expect(await address()).not.toBe(before);
  });

  it.each(['accounts', 'constructor'])('of %s is not drawn', async (subject) => {
    expect((await app.api().get(`/share-pictures/${subject}/${checks.id}`)).status).toBe(404);
  });
});

describe('a post', () => {
  it('is ready for what is public, and there is none before that', async () => {
    const id = await confirmed('Vi mätte vid Skolvägen.');
    const post = () => coordinator.api.get<SocialPost>(`/triage/posts/activities/${id}`);
    expect((await post()).status).toBe(404);
    expect((await coordinator.api.get(`/triage/posts/activities/${id}/picture`)).status).toBe(404);
    app.clock.advance({ hours: 2 });
    const police = await makeStaff(app, 'police-officer', town);
    await police.api.post(`/activities/${id}/release`, { body: {} });
    const { body } = await post();
    expect(body.text).toContain('Vi mätte vid Skolvägen.');
    expect(body.text).toContain(`https://karta.example/${town.slug}/lofte/kontroller`);
    const picture = await coordinator.api.get<Buffer>(body.pictureUrl.replace('/api/v1', ''));
    expect(await sharp(picture.body).metadata()).toMatchObject({ width: 1080, height: 1080 });
  });
});

describe('an embedded page', () => {
  it.each([
    ['', 'sv', 'Alla åtaganden'],
    ['/kontroller', 'sv', 'Se allt som har gjorts'],
    ['', 'en', 'All commitments'],
    ['/kontroller', 'en', 'See everything that was done'],
  ])(
    '%s in %s has no script, no inline style and no cookie, and names who may frame it',
    async (page, language, words) => {
      const { status, headers, body } = await app
        .api()
        .get<string>(`/embed/${town.slug}${page}`, { query: { language } });
      expect(status).toBe(200);
      expect(body).toContain(`<html lang="${language}">`);
      expect(body).toContain(words);
      expect(body).not.toMatch(/<script|style=|<style|javascript:|onload/i);
      expect(headers.get('Set-Cookie')).toBeNull();
      expect(headers.get('X-Frame-Options')).toBeNull();
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain('frame-ancestors https://ale.example https://polisen.example');
      expect(policy).toContain("default-src 'none'");
    },
  );

  it('does not loosen any other page', async () => {
    const { headers } = await app.api().get('/api/docs');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  });

  it('has a look of its own', async () => {
    expect((await app.api().get('/embed.css')).headers.get('Content-Type')).toContain('text/css');
  });

  it.each(['/embed/ingenstans', '/embed/ingenstans/kontroller'])('is not made for %s', async (path) => {
    expect((await app.api().get(path)).status).toBe(404);
  });

  it.each([
    ['/embed/ingenstans', '', 'Det finns inget löfte att visa här'],
    ['/embed/ingenstans/kontroller', '?language=en', 'There is no promise to show here'],
  ])('says in a frame that there is nothing at %s%s', async (path, query, words) => {
    const { status, headers, body } = await app
      .api()
      .get<string>(`${path}${query}`, { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect([status, headers.get('Content-Type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(body).toContain(`<h1>${words}</h1>`);
    expect(body).not.toContain('ingenstans');
    expect(headers.get('Content-Security-Policy')).toContain('frame-ancestors https://ale.example');
  });
});

describe('posts about a medborgardialog', () => {
  // The clock has gone on since the others signed in.
  const post = async (subject: string, reference: string, more = '') => {
    const { api } = await makeStaff(app, 'coordinator', town);
    return api.get<SocialPost>(`/triage/posts/${subject}/${reference}${more}`);
  };

  it('tell when and where, and lead to its page; a draft has none', async () => {
    const { reference } = await makeDialogue(app, town, { title: 'Möte om tunneln' });
    const { body } = await post('medborgardialoger', reference);
    expect(body.text).toMatch(/^Välkommen! Möte om tunneln: /);
    expect(body.text).toContain('Medborgarhuset, Storgatan 1');
    expect(body.text).toContain(`https://karta.example/${town.slug}/dialoger/${reference}`);
    expect(body.text.length).toBeLessThan(POST_CHARACTERS);
    expect((await post('medborgardialoger', reference, '/picture')).status).toBe(200);
    const draft = await makeDialogue(app, town, { status: 'draft' });
    expect((await post('medborgardialoger', draft.reference)).status).toBe(404);
  });

  it('tell of a report how its points stand, once it is published', async () => {
    const { reference } = await makeDialogue(app, town, { status: 'closed', title: 'Möte om tunneln' });
    expect((await post('dialogue-reports', reference)).status).toBe(404);
    const { api } = await makeStaff(app, 'case-officer', town);
    const path = `/dialogues/${reference}`;
    const text = 'Det är mörkt';
    const { points } = await done<StaffPoints>(api.post(`${path}/points`, { key: true, body: { text } }));
    const said = { version: 1, text, outcome: 'answered', publicText: 'Vi lagar.' };
    await done(api.put(`${path}/points/${points[0]?.id ?? ''}`, { body: said }));
    const { version } = await done<StaffDialogueReport>(api.get(`${path}/report`));
    await done(api.post(`${path}/report`, { body: { version } }));
    const { body } = await post('dialogue-reports', reference);
    expect(body.text).toContain('Det här blev det av Möte om tunneln.\n\n1 punkt: 1 besvarad.');
    expect(body.text).toContain(`/${town.slug}/dialoger/${reference}/rapport`);
  });
});
