import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import type { TriagePage } from '@lofteskartan/shared/contracts/triage';
import { Place } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { linkIn, MailServer } from '../../test/support/mail-server.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff } from '../../test/support/staff.js';

const sender = 'kim@example.org';
const supporter = 'sam@example.org';

/** The whole way of one wish, with real mails and a clock that can wait: from the form to the queue of what did not help. */
describe('the whole way of a wish, as its people read it in their mail', () => {
  let server: MailServer;
  let app: TestApp;
  let place: Place;
  let version = 1;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({ config: { smtpUrl: server.url, publicUrl: 'https://kartan.example' } });
    await app.empty();
    app.clock.set(new Date());
    place = await Place.make(app);
    await app.runJobs();
    server.taken.length = 0;
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  const subjects = (address: string) => server.to(address).map(({ mail }) => mail.subject);
  const last = (address: string) => {
    const mail = server.to(address).at(-1);
    if (!mail) throw new Error(`No mail to ${address}`);
    return mail;
  };
  async function aQuarterPasses(): Promise<void> {
    await app.runJobs();
    app.clock.advance({ minutes: 15 });
    await app.runJobs();
  }
  async function confirms(address: string): Promise<void> {
    await app.runJobs();
    const { token } = linkIn(last(address), '/bekrafta');
    expect((await app.api().post('/contact-confirmations', { body: { token } })).status).toBe(200);
    await aQuarterPasses();
  }

  it('both are told each thing once, and a “no” is seen by staff', async () => {
    const { people, municipality, commitment } = place;
    const { reference } = await submitProposal(app, {
      kind: 'speed-check',
      position: municipality.center,
      contact: { email: sender, name: 'Kim' },
    });
    await confirms(sender);
    await app.api().post(`/proposals/${reference}/support`, {
      key: true,
      body: { contact: { email: supporter } },
    });
    await confirms(supporter);
    const moves = async (to: string, more: object = {}): Promise<void> => {
      const { status, body } = await people['case-officer'].api.post<{ version: number }>(
        `/triage/proposals/${reference}/moves`,
        { body: { to, version, ...more } },
      );
      expect([status, body]).toEqual([200, expect.anything()]);
      version = body.version;
    };

    await moves('under-review');
    await moves('awaiting-reply', { publicText: 'Vilken tid på dagen?' });
    await aQuarterPasses();
    expect(subjects(sender).at(-1)).toBe(`Vi har en fråga om ${reference}`);
    const followToken = linkIn(last(sender), '/folj').token;
    const reply = await app
      .api()
      .post('/follow/replies', { key: true, followToken, body: { text: 'När skolan slutar.' } });
    expect(reply.status).toBe(201);
    const story = await people['case-officer'].api.get<{ version: number }>(`/triage/proposals/${reference}`);
    version = story.body.version;

    await moves('committed', { commitmentId: commitment.id });
    await aQuarterPasses();
    for (const each of [sender, supporter])
      expect(subjects(each).at(-1)).toBe(`${reference} hör nu till ett åtagande`);

    const logged = await people['police-officer'].api.post<{ id: string }>('/activities', {
      key: true,
      body: { ...place.activity('police-officer'), proposalReferences: [reference] },
    });
    await people.coordinator.api.post(`/activities/${logged.body.id}/confirm`);
    await aQuarterPasses();
    expect([subjects(sender).length, subjects(supporter).length]).toEqual([3, 2]);
    app.clock.advance({ hours: 48 });
    await aQuarterPasses();
    await aQuarterPasses();
    for (const each of [sender, supporter])
      expect(subjects(each).filter((subject) => subject === `Kontrollen är gjord: ${reference}`).length).toBe(
        1,
      );
    expect([subjects(sender).length, subjects(supporter).length]).toEqual([4, 3]);

    const own = linkIn(last(sender), '/folj').token;
    const told = await app
      .api()
      .put('/follow/outcome', { followToken: own, body: { helped: 'no', text: 'De kör lika fort.' } });
    expect(told.status).toBe(200);
    const followed = await app.api().get<FollowedProposal>('/follow', { followToken: own });
    expect(followed.body.reference).toBe(reference);
    const { api } = await makeStaff(app, 'case-officer', municipality);
    const queue = await api.get<TriagePage>('/triage/proposals', { query: { outcome: 'not-helped' } });
    expect(queue.body.items.map((item) => item.reference)).toEqual([reference]);
  });
});
