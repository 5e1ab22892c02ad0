import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SubscriptionView } from '@lofteskartan/shared/contracts/subscriptions';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { Place } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { linkIn, MailServer } from '../../test/support/mail-server.js';
import { makeMunicipality } from '../../test/support/municipality.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { SendMail } from '../platform/mail/send-mail.service.js';
import { areaWords } from './area-words.js';
import { nextWeekly } from './subscription.rules.js';
import { ManageSubscription } from './manage-subscription.service.js';

const granne = 'Granne@example.org';
const dayMs = 86_400_000;
/** A Monday noon in Sweden's winter or summer, some days after this moment: jobs that are due at once are due by then. */
const monday = new Date(nextWeekly(new Date(Date.now() + 7 * dayMs)).getTime() - 3 * dayMs + 5 * 3_600_000);
const thursday = nextWeekly(monday);

describe('somebody watches an area', () => {
  let server: MailServer;
  let app: TestApp;
  let place: Place;
  let names: { municipality: string; locality: string };

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({
      config: { smtpUrl: server.url, publicUrl: 'https://kartan.example', logLevel: 'trace' },
    });
  });
  beforeEach(async () => {
    await app.empty();
    app.clock.set(monday);
    place = await Place.make(app);
    const [named] = await app.dataSource.query<{ municipality: string; locality: string }[]>(
      'SELECT m.name AS municipality, l.name AS locality FROM municipalities m JOIN localities l ON l.municipality_id = m.id WHERE l.id = $1',
      [place.municipality.locality.id],
    );
    if (!named) throw new Error('No locality');
    names = named;
    await app.runJobs();
    server.taken.length = 0;
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  const asks = async (more: object = {}, expected = 202) => {
    const { status, body } = await app.api().post('/subscriptions', {
      key: true,
      body: {
        municipality: place.municipality.slug,
        email: granne,
        frequency: 'at-once',
        language: 'sv',
        ...more,
      },
    });
    expect([status, body]).toEqual([expected, expected === 202 ? null : expect.anything()]);
    await app.runJobs();
  };
  const mails = (address = granne) => server.to(address);
  const last = (address = granne) => {
    const mail = mails(address).at(-1);
    if (!mail) throw new Error(`No mail to ${address}`);
    return mail;
  };
  const post = <Body>(path: string, body: object) => app.api().post<Body>(path, { body });
  const says = async (name: string, token: string, more: object = {}) => {
    const { status, body } = await post<SubscriptionView>(`/subscription-${name}`, { token, ...more });
    expect([status, body]).toEqual([200, expect.anything()]);
    return body;
  };

  /** Asks and says yes. @returns the token of the link */
  async function watches(more: Record<string, unknown> & { email?: string } = {}): Promise<string> {
    await asks(more);
    const { token } = linkIn(last(more.email), '/bevakning');
    await says('confirmations', token);
    server.taken.length = 0;
    return token;
  }

  const sends = (more: object = {}) =>
    submitProposal(app, { kind: 'dark-place', position: place.municipality.center, ...more });

  async function moves(reference: string, version: number, to: string, more: object = {}): Promise<void> {
    const { status, body } = await place.people['case-officer'].api.post(
      `/triage/proposals/${reference}/moves`,
      { body: { to, version, ...more } },
    );
    expect([status, body]).toEqual([200, expect.anything()]);
  }

  async function later(time: { minutes?: number; hours?: number } = { minutes: 15 }): Promise<void> {
    await app.runJobs();
    app.clock.advance(time);
    await app.runJobs();
  }

  it('says yes first, is told within a quarter of an hour, and stops in one click', async () => {
    await asks();
    expect(last().mail.subject).toBe(`Bekräfta att du vill bevaka hela ${names.municipality}`);
    await sends();
    await later();
    expect(mails().length).toBe(1);
    const { page, token } = linkIn(last(), '/bevakning');
    expect(page).toBe(`/${place.municipality.slug}/bevakning`);
    expect(await says('confirmations', token)).toMatchObject({
      municipality: place.municipality.slug,
      locality: null,
      position: null,
      frequency: 'at-once',
      state: 'confirmed',
    });

    const { reference } = await sends({ placeName: 'Gångtunneln' });
    await app.runJobs();
    app.clock.advance({ minutes: 10 });
    await moves(reference, 1, 'answered', { publicText: 'Vi sätter upp <lampor>.' });
    await app.runJobs();
    expect(mails().length).toBe(1);
    await later({ minutes: 5 });
    expect(mails().length).toBe(2);
    const { mail, source } = last();
    expect(mail.subject).toBe(`2 nyheter: hela ${names.municipality}`);
    expect(mail.text).toContain(`Nytt förslag ${reference}. Mörk eller otrygg plats`);
    expect(mail.text).toContain('Förslaget har fått ett svar.');
    expect(mail.text).toContain('> Vi sätter upp <lampor>.');
    expect(mail.html).toContain('Vi sätter upp &lt;lampor&gt;.');
    expect(linkIn(last(), '/forslag/').page).toBe(`/${place.municipality.slug}/forslag/${reference}`);
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const stop = /^List-Unsubscribe: <https:\/\/kartan\.example\/api\/v1(\/subscription-stops\/[^>]+)>/m.exec(
      source.replace(/\r\n\s+/g, ' '),
    );
    const oneClick = () => app.api().post(stop?.[1] ?? '', { headers: { Origin: 'https://mail.example' } });
    expect((await oneClick()).status).toBe(204);
    expect((await oneClick()).status).toBe(204);
    expect(await app.dataSource.query('SELECT 1 FROM subscriptions')).toEqual([]);
    await sends();
    await later();
    expect(mails().length).toBe(2);
  });

  it('is told on Thursday at seven of the whole week, and not at all when nothing happened', async () => {
    await watches({ frequency: 'weekly' });
    await sends();
    await later({ hours: 24 });
    const { reference } = await sends({ kind: 'idea', municipality: place.municipality.slug });
    expect(reference).not.toBe('');
    const left = (thursday.getTime() - app.clock.now().getTime()) / 60_000;
    await later({ minutes: left - 1 });
    expect(mails()).toEqual([]);
    await later({ minutes: 1 });
    expect(mails().length).toBe(1);
    expect(last().mail.subject).toBe(`Veckans nyheter: hela ${names.municipality}`);
    await later({ hours: 24 * 14 });
    expect(mails().length).toBe(1);
  });

  it('is told of its locality or of 500 m around a point alone', async () => {
    const far = northOf(place.municipality.center, 1200);
    await watches({ position: place.municipality.center });
    await watches({ email: 'annan@example.org', position: far });
    await watches({ email: 'ort@example.org', locality: place.municipality.locality.slug });
    const near = await sends({ position: northOf(place.municipality.center, 450) });
    await later();
    expect(mails().length).toBe(1);
    expect(last().mail.subject).toContain('området runt din punkt');
    expect(last().mail.text).toContain(near.reference);
    expect(mails('annan@example.org')).toEqual([]);
    expect(mails('ort@example.org').length).toBe(1);
  });

  it('keeps the middle of a square instead of the point', async () => {
    const [lng, lat] = place.municipality.center;
    const exact = [lng + 0.0001234, lat + 0.0000567] as [number, number];
    await watches({ position: exact });
    const [kept] = await app.dataSource.query<{ metres: number; lng: number; lat: number }[]>(
      `SELECT ST_Distance(position::geography, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography) AS metres,
         ST_X(position) AS lng, ST_Y(position) AS lat FROM subscriptions`,
      exact,
    );
    expect(kept?.metres).toBeLessThan(145);
    expect([kept?.lng, kept?.lat]).not.toEqual(exact);
    // Two points of one square are one area: the second is answered with the list.
    await asks({ position: [exact[0] + 0.0000001, exact[1]] });
    expect(last().mail.subject).toBe('Det här bevakar du');
  });

  it('is told each thing once, however many of its areas hold it, and its own proposals by their own mails alone', async () => {
    await watches({ frequency: 'weekly' });
    await watches({ locality: place.municipality.locality.slug });
    const strange = await sends();
    await later();
    expect(mails().length).toBe(1);
    await app.api().post(`/proposals/${strange.reference}/support`, {
      key: true,
      body: { contact: { email: granne.toLowerCase() } },
    });
    await app.runJobs();
    const { token } = linkIn(last(granne.toLowerCase()), '/bekrafta');
    await post('/contact-confirmations', { token });
    server.taken.length = 0;
    await moves(strange.reference, 1, 'answered', { publicText: 'Tack!' });
    await later();
    expect(server.taken.map(({ mail }) => mail.subject)).toEqual([`Svar om ${strange.reference}`]);
    await later({ hours: 24 * 7 });
    expect(server.taken.length).toBe(1);
    expect(mails()).toEqual([]);
  });

  it('is told nothing that was hidden or taken back before the mail left', async () => {
    await watches();
    const hidden = await sends();
    const kept: ProposalReceipt = await sends();
    await app.runJobs();
    await moves(hidden.reference, 1, 'hidden', { note: 'Fel' });
    await later();
    expect(mails().length).toBe(1);
    expect(last().mail.text).toContain(kept.reference);
    expect(last().mail.text).not.toContain(hidden.reference);
    const withdrawn = await sends();
    await app.runJobs();
    await app.api().post('/follow/withdraw', { body: {}, followToken: withdrawn.followToken });
    await later();
    expect(mails().length).toBe(1);
  });

  it('is told of a speed check when it is released and not before, and of a follow-up', async () => {
    await watches({ locality: place.municipality.locality.slug });
    const wished = await sends({ kind: 'speed-check' });
    await moves(wished.reference, 1, 'committed', { commitmentId: place.commitment.id });
    await later();
    expect(last().mail.text).toContain('Ingen kontroll är lovad just här.');
    server.taken.length = 0;
    const police = place.people['police-officer'].api;
    await police.post(`/triage/proposals/${wished.reference}/moves`, { body: { to: 'planned', version: 2 } });
    const logged = await police.post<{ id: string }>('/activities', {
      key: true,
      body: { ...place.activity('police-officer'), proposalReferences: [wished.reference] },
    });
    await place.people.coordinator.api.post(`/activities/${logged.body.id}/confirm`);
    await later();
    expect(mails()).toEqual([]);
    expect(await app.dataSource.query(`SELECT 1 FROM mails WHERE state = 'waiting'`)).toEqual([]);
    await later({ hours: 48 });
    await later();
    expect(mails().length).toBe(1);
    expect(last().mail.text).toMatch(/Insats den \d+ \S+ 20\d\d\./);
    expect(last().mail.text).not.toMatch(/\d\d[.:]\d\d/);
  });

  it('changes area, frequency and language, and what waits leaves when it would now', async () => {
    const token = await watches({ frequency: 'weekly' });
    await sends();
    await app.runJobs();
    const slug = place.municipality.locality.slug;
    const changed = await says('changes', token, {
      area: { locality: slug },
      frequency: 'at-once',
      language: 'en',
    });
    expect(changed).toMatchObject({ locality: slug, frequency: 'at-once', language: 'en' });
    expect(await says('openings', token)).toEqual(changed);
    await later();
    expect(last().mail.subject).toBe(`New: ${names.locality}`);
    const whole = await says('changes', token, { area: {} });
    expect([whole.locality, whole.position]).toEqual([null, null]);
    const wrong = await post('/subscription-changes', { token, area: { locality: 'ingenstans' } });
    expect(wrong.status).toBe(422);
    expect((await post('/subscription-stops', { token })).status).toBe(204);
    expect((await post('/subscription-openings', { token })).status).toBe(404);
  });

  it('cannot find out who watches, flood an address, or watch more than ten areas', async () => {
    for (let n = 0; n < 7; n += 1) {
      await asks({ email: 'offer@example.org' });
      app.clock.advance({ minutes: 1 });
    }
    expect(mails('offer@example.org').length).toBe(5);
    await post('/subscription-links', { email: 'okand@example.org' });
    await app.runJobs();
    expect(mails('okand@example.org')).toEqual([]);

    await watches();
    await app.dataSource.query(
      `INSERT INTO subscriptions (id, municipality_id, position, frequency, language, state, address_hash, address_sealed, asked_at, confirmed_at, created_at)
       SELECT gen_random_uuid(), municipality_id, ST_SetSRID(ST_MakePoint(12 + n, 57), 4326), frequency, language, state, address_hash,
         address_sealed, asked_at, confirmed_at, created_at + interval '1 hour' FROM subscriptions, generate_series(1, 9) AS n WHERE state = 'confirmed'`,
    );
    await asks({ locality: place.municipality.locality.slug });
    expect(last().mail.text).toContain('Du kan bevaka högst 10 områden med en adress.');
    await post('/subscription-links', { email: granne.toUpperCase() });
    await app.runJobs();
    expect(mails().length).toBe(2);
  });

  it('is forgotten when it does not say yes within 14 days', async () => {
    await asks();
    const { token } = linkIn(last(), '/bevakning');
    app.clock.advance({ hours: 24 * 14 + 1 });
    expect((await post('/subscription-confirmations', { token })).status).toBe(404);
    await app.get(ManageSubscription).forgetOld();
    expect(await app.dataSource.query('SELECT 1 FROM subscriptions')).toEqual([]);
    expect(await app.dataSource.query(`SELECT 1 FROM mails WHERE kind = 'area-confirm'`)).toEqual([]);
  });

  it('a repeat of a job tells nobody twice, and a server that was away gets each mail once', async () => {
    await watches();
    await sends();
    await app.runJobs();
    const [proposal] = await app.dataSource.query<{ id: string }[]>(
      'SELECT proposal_id AS id FROM public_proposals ORDER BY created_at DESC LIMIT 1',
    );
    const repeat = () =>
      app.get(JobRunner).perform('area-news', { type: 'proposal', id: proposal?.id ?? '' });
    await repeat();
    await server.down();
    app.clock.advance({ minutes: 15 });
    await expect(app.runJobs()).rejects.toThrow('did not take the mail');
    await server.up();
    app.clock.advance({ hours: 8 });
    await app.get(SendMail).lookAfter();
    await app.runJobs();
    await repeat();
    await app.get(SendMail).lookAfter();
    await later();
    expect(mails().length).toBe(1);
  });

  it('refuses places elsewhere and two areas in one', async () => {
    await asks({ position: [18.07, 59.33] }, 422);
    await asks({ locality: 'ingenstans' }, 422);
    await asks({ municipality: 'ingenstans' }, 422);
    await asks({ locality: place.municipality.locality.slug, position: place.municipality.center }, 422);
  });

  it('leaves no address and no point in the log, in a job or in plain in the database', async () => {
    const exact: [number, number] = [
      place.municipality.center[0] + 0.0001234,
      place.municipality.center[1] + 0.0000567,
    ];
    await watches({ position: exact });
    await sends();
    await app.runJobs();
    const rows: unknown[] = [
      await app.dataSource.query('SELECT * FROM graphile_worker._private_jobs'),
      await app.dataSource.query('SELECT m::text FROM mails m'),
      await app.dataSource.query(
        'SELECT to_jsonb(s) - $1::text AS row, ST_AsText(position) FROM subscriptions s',
        ['position'],
      ),
      await app.dataSource.query('SELECT n::text FROM subscription_news n'),
    ];
    await later();
    for (const text of [app.log.text(), JSON.stringify(rows)]) {
      expect(text.toLowerCase()).not.toMatch(/granne|@example/);
      for (const part of exact) expect(text).not.toContain(String(part).slice(0, 8));
    }
    expect(mails().length).toBe(1);
    expect(last().source).not.toContain(String(exact[0]).slice(0, 7));
  });
});

describe('without a mail server', () => {
  it('nothing is offered', async () => {
    const app = await startTestApp();
    const { slug } = await makeMunicipality(app.dataSource);
    const body = {
      municipality: slug,
      email: granne,
      frequency: 'weekly',
      language: 'sv',
    };
    const { status } = await app.api().post('/subscriptions', { key: true, body });
    expect(status).toBe(422);
    expect((await app.api().post('/subscription-links', { body: { email: granne } })).status).toBe(422);
    const waiting = await app.dataSource.query(
      `SELECT 1 FROM graphile_worker._private_tasks WHERE identifier = 'area-news' AND id IN (SELECT task_id FROM graphile_worker._private_jobs)`,
    );
    expect(waiting).toEqual([]);
    await app.stop();
  });
});

describe('the sentences of the mails', () => {
  it('are the same in both languages, with the same words to fill in', () => {
    const blanks = (words: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(words).map(([name, sentence]) => [name, (sentence.match(/\{\w+\}/g) ?? []).sort()]),
      );
    expect(blanks(areaWords.en)).toEqual(blanks(areaWords.sv));
  });
});
