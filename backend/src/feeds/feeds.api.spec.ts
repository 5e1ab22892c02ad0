import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import ICAL from 'ical.js';
import { Place } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { MailServer } from '../../test/support/mail-server.js';
import { makeCommitment } from '../../test/support/promise.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff } from '../../test/support/staff.js';
import { stockholmDate } from '../platform/dates.js';

interface Entry {
  id: string;
  title: string;
  updated: string;
  published: string;
  summary: string;
  link: { href: string };
  'georss:point'?: string;
}

describe('feeds and calendars', () => {
  let server: MailServer;
  let app: TestApp;
  let place: Place;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({ config: { smtpUrl: server.url, publicUrl: 'https://kartan.example' } });
  });
  beforeEach(async () => {
    await app.empty();
    app.clock.set(new Date());
    place = await Place.make(app);
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  const read = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/${place.municipality.slug}${path}`, {
      headers: { 'Cache-Control': 'max-age=0', ...headers },
    });

  async function entries(path = '/flode.atom'): Promise<Entry[]> {
    const response = await read(path);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ]);
    const text = await response.text();
    expect(SyntaxValidator.validate(text)).toBe(true);
    const { feed } = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: (name) => name === 'entry',
    }).parse(text) as { feed: { id: string; updated: string; entry?: Entry[] } };
    expect(feed.id).toMatch(/^tag:kartan\.example,2026:/);
    expect(feed.updated).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    return feed.entry ?? [];
  }

  const calendar = async (): Promise<InstanceType<typeof ICAL.Event>[]> => {
    const response = await read('/kalender.ics');
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    const text = await response.text();
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const root = new ICAL.Component(ICAL.parse(text) as unknown[]);
    expect(root.getFirstPropertyValue('version')).toBe('2.0');
    return root.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  };

  const moves = async (caller: 'case-officer' | 'police-officer', reference: string, body: object) => {
    const { status } = await place.people[caller].api.post(`/triage/proposals/${reference}/moves`, { body });
    expect(status).toBe(200);
  };

  it('tell what is public, newest change first, and know it again after a change', async () => {
    const { reference } = place.proposal;
    const before = await entries();
    expect(before.length).toBe(1);
    expect(before[0]?.link.href).toBe(
      `https://kartan.example/${place.municipality.slug}/forslag/${encodeURIComponent(reference)}`,
    );
    expect(before[0]?.['georss:point']).toMatch(/^5\d\.\d+ 1\d\.\d+$/);
    app.clock.advance({ minutes: 5 });
    const idea = await submitProposal(app, {
      kind: 'dark-place',
      position: place.municipality.center,
      placeName: 'Vid <bron> & ån',
    });
    app.clock.advance({ minutes: 5 });
    await moves('case-officer', reference, {
      to: 'answered',
      version: 1,
      publicText: 'Vi har & "svarat" <nu>',
    });
    const after = await entries();
    expect(after.map(({ id }) => id)[0]).toBe(before[0]?.id);
    expect(after.map(({ title }) => title)[1]).toContain(idea.reference);
    expect(after[0]?.updated).not.toBe(before[0]?.updated);
    expect(after[0]?.published).toBe(before[0]?.published);
    expect(after[0]?.summary).toContain('svarat');
    for (const path of ['/orter/centrum/flode.atom', '/flode.atom?language=en'])
      expect((await entries(path)).length).toBe(2);
    expect(await entries(`/lofte/${place.commitment.slug}/flode.atom`)).toEqual([]);
  });

  it('answer that nothing changed, by tag and by moment', async () => {
    for (const path of ['/flode.atom', '/kalender.ics']) {
      const first = await read(path);
      await first.text();
      const tag = first.headers.get('ETag') ?? '';
      const moment = first.headers.get('Last-Modified') ?? '';
      expect((await read(path, { 'If-None-Match': tag })).status).toBe(304);
      expect((await read(path, { 'If-Modified-Since': moment })).status).toBe(304);
      const gzip = await read(path, { 'Accept-Encoding': 'gzip' });
      expect(gzip.status).toBe(200);
      await gzip.text();
    }
  });

  it('nobody notices a speed check before its release: neither entry, order, moment nor tag', async () => {
    const { reference } = place.proposal;
    await moves('case-officer', reference, {
      to: 'committed',
      version: 1,
      commitmentId: place.commitment.id,
    });
    const paths = [
      '/flode.atom',
      '/orter/centrum/flode.atom',
      `/lofte/${place.commitment.slug}/flode.atom`,
      '/kalender.ics',
    ];
    const all = async (): Promise<string[]> => {
      const told: string[] = [];
      for (const path of paths) {
        const response = await read(path);
        told.push(
          await response.text(),
          response.headers.get('ETag') ?? '',
          response.headers.get('Last-Modified') ?? '',
        );
      }
      return told;
    };
    const before = await all();
    app.clock.advance({ minutes: 5 });
    const today = stockholmDate(app.clock.now());
    await moves('police-officer', reference, { to: 'planned', version: 2, note: 'Torsdag' });
    const logged = await place.people['police-officer'].api.post<{ id: string }>('/activities', {
      key: true,
      body: { ...place.activity('police-officer'), proposalReferences: [reference] },
    });
    await place.people.coordinator.api.post(`/activities/${logged.body.id}/confirm`);
    await app.runJobs();
    expect(await all()).toEqual(before);
    app.clock.advance({ hours: 48 });
    await app.runJobs();
    const [first] = await entries(`/lofte/${place.commitment.slug}/flode.atom`);
    expect(first?.id).toContain(`activity/${logged.body.id}`);
    const events = await calendar();
    const done = events.find(({ uid }) => uid.startsWith(`activity/${logged.body.id}@`));
    expect([done?.startDate.isDate, done?.duration.toSeconds()]).toEqual([true, 86_400]);
    expect(done?.startDate.toString()).toBe(today);
  });

  it('a change that the public does not see is no news', async () => {
    const officer = place.people['case-officer'].api;
    const before = await entries();
    app.clock.advance({ minutes: 5 });
    await officer.post(`/triage/proposals/${place.proposal.reference}/notes`, { body: { text: 'Internt' } });
    await app.api().post(`/proposals/${place.proposal.reference}/support`, { key: true, body: {} });
    expect(await entries()).toEqual(before);
  });

  it('what is made secret is told no longer, and an activity goes on counting', async () => {
    const { center: position } = place.municipality;
    const { reference } = await submitProposal(app, { kind: 'dark-place', position, placeName: 'Vid bron' });
    const commitment = await makeCommitment(app.dataSource, place.municipality, { requiresWish: false });
    const body = { ...place.activity('police-officer'), commitmentId: commitment.id };
    const { api } = place.people['police-officer'];
    const activity = (await api.post<{ id: string }>('/activities', { key: true, body })).body;
    const path = `/activities/${activity.id}`;
    expect((await place.people.coordinator.api.post(`${path}/confirm`)).status).toBe(200);
    app.clock.advance({ days: 3 });
    await app.runJobs();
    const feed = `/lofte/${commitment.slug}/flode.atom`;
    const progress = async () =>
      (await app.api().get<{ progress: object }>(`/commitments/${commitment.id}`)).body.progress;
    const counted = await progress();
    expect(counted).toMatchObject({ done: 1 });
    expect((await entries(feed)).length).toBe(1);
    expect((await entries()).map(({ title }) => title).join()).toContain(reference);

    const record = { version: 0, secrecyGround: 'OSL 39:3' };
    const officer = await makeStaff(app, 'case-officer', place.municipality);
    const police = await makeStaff(app, 'police-officer', place.municipality);
    for (const { status } of [
      await officer.api.put(`/triage/proposals/${reference}/record`, { body: record }),
      await police.api.put(`${path}/record`, { body: record }),
    ])
      expect(status).toBe(200);
    expect(await entries(feed)).toEqual([]);
    expect((await entries()).map(({ title }) => title).join()).not.toContain(reference);
    expect(JSON.stringify((await calendar()).map((event) => event.summary))).not.toContain(reference);
    expect(await progress()).toEqual(counted);
  });

  it('a follow-up stands in both', async () => {
    const { id, asOf } = await place.publishedFollowUp();
    const found = (await entries()).find((each) => each.id.endsWith(`follow-up/${id}`));
    expect(found?.link.href).toBe(
      `https://kartan.example/${place.municipality.slug}/lofte/uppfoljning/${asOf}`,
    );
    const event = (await calendar()).find(({ uid }) => uid === `follow-up/${id}@kartan.example`);
    expect(event?.startDate.toString()).toBe(asOf);
  });

  it('are not there for what is not there', async () => {
    for (const path of ['/orter/ingen/flode.atom', '/lofte/inget/flode.atom'])
      expect((await read(path)).status).toBe(404);
    expect((await fetch(`${app.url}/ingen-kommun/flode.atom`)).status).toBe(404);
    expect((await fetch(`${app.url}/ingen-kommun/kalender.ics`)).status).toBe(404);
  });
});
