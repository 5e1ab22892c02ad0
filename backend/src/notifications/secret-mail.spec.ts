import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Place } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { linkIn, MailServer } from '../../test/support/mail-server.js';
import { submitProposal } from '../../test/support/proposal.js';

const sender = 'avsandare@example.org';
const neighbour = 'granne@example.org';
const watcher = 'bevakare@example.org';
const words = 'Skyddat boende vid lekplatsen';

describe('a proposal that is secret', () => {
  let server: MailServer;
  let app: TestApp;
  let place: Place;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({ config: { smtpUrl: server.url, publicUrl: 'https://kartan.example' } });
    await app.empty();
    app.clock.set('2026-11-16T09:00:00Z');
    place = await Place.make(app);
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  async function confirm(address: string, path: string, route: string): Promise<void> {
    await app.runJobs();
    const mail = server.to(address).at(-1);
    if (!mail) throw new Error(`No mail to ${address}`);
    const { token } = linkIn(mail, path);
    expect((await app.api().post(route, { body: { token } })).status).toBeLessThan(300);
  }

  /** An unsafe place with a sender and a neighbour who want its answer by mail. */
  async function wanted(name: string): Promise<string> {
    const { reference } = await submitProposal(app, {
      kind: 'dark-place',
      position: place.municipality.center,
      description: `${words} ${name}`,
      contact: { email: `${name}.${sender}` },
    });
    await confirm(`${name}.${sender}`, '/bekrafta', '/contact-confirmations');
    const body = { contact: { email: `${name}.${neighbour}` } };
    await app.api().post(`/proposals/${reference}/support`, { key: true, body });
    await confirm(`${name}.${neighbour}`, '/bekrafta', '/contact-confirmations');
    return reference;
  }

  async function answers(reference: string): Promise<void> {
    const { status, body } = await place.people['case-officer'].api.post(
      `/triage/proposals/${reference}/moves`,
      { body: { to: 'answered', version: 1, publicText: 'Vi sätter upp en lampa.' } },
    );
    expect([status, body]).toEqual([200, expect.anything()]);
  }

  it('stands in no mail from then on: neither number, words nor answer; another one beside it does', async () => {
    const [secret, open] = [await wanted('hemlig'), await wanted('vanlig')];
    await app.api().post('/subscriptions', {
      key: true,
      body: {
        municipality: place.municipality.slug,
        email: watcher,
        frequency: 'at-once',
        language: 'sv',
      },
    });
    await confirm(watcher, '/bevakning', '/subscription-confirmations');
    await app.runJobs();
    server.taken.length = 0;

    const marked = await place.people['case-officer'].api.put(`/triage/proposals/${secret}/record`, {
      body: { version: 0, secrecyGround: '21 kap. 3 § OSL' },
    });
    expect(marked.status).toBe(200);
    await answers(secret);
    await answers(open);
    for (let hour = 0; hour < 24; hour += 1) {
      await app.runJobs();
      app.clock.advance({ hours: 1 });
    }
    const told = (reference: string) =>
      server.taken
        .filter(({ mail }) =>
          `${String(mail.subject)} ${String(mail.text)} ${String(mail.html)}`.includes(reference),
        )
        .flatMap(({ to }) => to)
        .sort();
    expect(told(open)).toEqual([watcher, `vanlig.${neighbour}`, `vanlig.${sender}`].sort());
    expect(told(secret)).toEqual([]);
    expect(told(words)).toEqual([]);
    expect(server.to(`hemlig.${sender}`)).toEqual([]);
    expect(server.to(`hemlig.${neighbour}`)).toEqual([]);
  });

  it('stands in no mail that waits when it becomes so', async () => {
    // A mail waits its quarter of an hour by the clock of the queue, which is the machine's.
    app.clock.set(new Date().toISOString());
    place = await Place.make(app);
    const reference = await wanted('sen');
    server.taken.length = 0;
    await answers(reference);
    await app.runJobs();
    const mark = { body: { version: 0, secrecyGround: '21 kap. 3 § OSL' } };
    const { api } = place.people['case-officer'];
    expect((await api.put(`/triage/proposals/${reference}/record`, mark)).status).toBe(200);
    for (let hour = 0; hour < 3; hour += 1) {
      app.clock.advance({ hours: 1 });
      await app.runJobs();
    }
    expect(server.to(`sen.${sender}`)).toEqual([]);
    expect(server.to(`sen.${neighbour}`)).toEqual([]);
  });
});
