import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { Place } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { MailServer } from '../../test/support/mail-server.js';
import { submitProposal } from '../../test/support/proposal.js';
import { JobRunner } from '../platform/jobs/job-runner.js';

const people = Array.from({ length: 12 }, (_, n) => `person${n}@example.org`);

/** Two processes of the product at work on one database, as far as one process can be two. */
describe('two workers on one database', () => {
  let server: MailServer;
  let apps: TestApp[];
  let place: Place;
  let proposal: ProposalReceipt;

  beforeAll(async () => {
    server = await MailServer.start();
    // By these clocks the quarter of an hour after the news has passed when the workers, who go by the real time, begin.
    const clock = new TestClock(new Date(Date.now() - 16 * 60_000));
    const start = () => startTestApp({ clock, config: { smtpUrl: server.url, logLevel: 'trace' } });
    apps = [await start(), await start()];
    await first().empty();
    place = await Place.make(first());
    proposal = await submitProposal(first(), { kind: 'dark-place', position: place.municipality.center });
    for (const email of people) {
      const body = { contact: { email } };
      await first().api().post(`/proposals/${proposal.reference}/support`, { key: true, body });
    }
    await first().dataSource.query(
      `UPDATE proposal_contacts SET state = 'confirmed', confirmed_at = asked_at WHERE role = 'supporter'`,
    );
    await first().dataSource.query('DELETE FROM graphile_worker._private_jobs');
  });
  afterAll(async () => {
    for (const app of apps) await app.stop();
    await server.down();
  });

  function first(): TestApp {
    const [app] = apps;
    if (!app) throw new Error('No application');
    return app;
  }

  async function moves(to: string, version: number, more: object): Promise<void> {
    const { status } = await place.people['case-officer'].api.post(
      `/triage/proposals/${proposal.reference}/moves`,
      { body: { to, version, ...more } },
    );
    expect(status).toBe(200);
  }

  async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 20_000;
    while (!(await condition()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  const statesOf = (version: number) =>
    first().dataSource.query<{ state: string; count: number; attempts: number }[]>(
      `SELECT m.state, count(*)::integer AS count, max(m.attempts) AS attempts FROM mails m
       WHERE m.id IN (SELECT mail_id FROM mail_news n JOIN proposal_events e ON e.id = n.event_id WHERE e.public_text = $1)
       GROUP BY m.state`,
      [`Svar ${version}`],
    );
  const receivers = () => server.taken.map(({ to }) => to).sort();
  const each = [...people].sort();

  it('send each mail once', async () => {
    await moves('answered', 1, { publicText: 'Svar 1' });
    for (const app of apps) await app.get(JobRunner).start();
    await until(() => server.taken.length >= people.length);
    await until(async () => (await statesOf(1)).every(({ state }) => state === 'sent'));
    expect(receivers()).toEqual(each);
    expect(await statesOf(1)).toEqual([{ state: 'sent', count: people.length, attempts: 1 }]);
  }, 60_000);

  it('try again by themselves when the mail server was away, and still send each once', async () => {
    server.taken.length = 0;
    await server.down();
    await moves('under-review', 2, { reason: 'Ny uppgift', publicText: 'Svar 2' });
    await until(async () => {
      const [waiting] = await statesOf(2);
      return waiting?.count === people.length && waiting.state === 'waiting' && waiting.attempts > 0;
    });
    await server.up();
    await until(() => server.taken.length >= people.length);
    await until(async () => (await statesOf(2)).every(({ state }) => state === 'sent'));
    expect(receivers()).toEqual(each);
    expect(new Set(server.taken.map(({ mail }) => mail.messageId)).size).toBe(people.length);
    expect(await statesOf(2)).toMatchObject([{ state: 'sent', count: people.length }]);
  }, 60_000);

  it('log no address', () => {
    for (const app of apps) expect(app.log.text()).not.toMatch(/person\d|@example/);
  });
});
