import { mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from './support/child.js';
import { startTestApp, type TestApp } from './support/app.js';
import { MailServer } from './support/mail-server.js';
import { makeMunicipality, type TestMunicipality } from './support/municipality.js';
import { testDatabaseUrl } from './support/test-run.js';
import { SubscriptionSecrets } from '../src/subscriptions/subscription-secrets.js';

const main = new URL('../src/main.ts', import.meta.url);
const neighbours = Array.from({ length: 8 }, (_, n) => `granne${n}@example.org`);

/** A mail server that takes the call and never says a word. */
class MuteServer {
  calls = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => {
    this.calls += 1;
    this.sockets.add(socket);
    socket.on('error', () => undefined);
  });

  async up(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async down(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }
}

/** The whole product as processes of their own on one database, with mail servers that are real. */
describe('processes and their mails', () => {
  let app: TestApp;
  let mails: MailServer;
  let mute: MuteServer;
  let town: TestMunicipality;
  const running: Child[] = [];

  async function open(smtpUrl: string): Promise<{ child: Child; url: string }> {
    const child = new Child(main, [], {
      env: {
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: '0',
        DATABASE_URL: testDatabaseUrl(),
        DATA_DIR: mkdtempSync(join(tmpdir(), 'lofteskartan-mail-')),
        SECRET_KEY: app.config.secretKey,
        PUBLIC_URL: 'https://kartan.example',
        SMTP_URL: smtpUrl,
        DEMO: 'off',
        RATE_LIMITS: 'on',
        LOG_LEVEL: 'silent',
      },
    });
    running.push(child);
    const url = /http:\S+/.exec(await child.says(/is open at http:\S+/, 240_000))?.[0] ?? '';
    return { child, url };
  }

  async function send(url: string): Promise<void> {
    const response = await fetch(`${url}/api/v1/proposals`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `nyckel-${Math.random()}` },
      body: JSON.stringify({
        kind: 'dark-place',
        position: town.center,
        details: { causes: ['stairs'], when: [] },
      }),
    });
    expect(response.status).toBe(201);
  }

  async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 60_000;
    while (!(await condition())) {
      if (Date.now() > end) throw new Error(`It did not come to this: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  const query = <Row>(sql: string) => app.dataSource.query<Row[]>(sql);
  const states = async (): Promise<string[]> =>
    (await query<{ state: string }>(`SELECT state FROM mails WHERE kind = 'area-news' ORDER BY state`)).map(
      ({ state }) => state,
    );
  /** A quarter of an hour passes for what waits. */
  async function aQuarterPasses(): Promise<void> {
    await query(`UPDATE mails SET due_at = now() - interval '1 second' WHERE state = 'waiting'`);
    await query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key LIKE 'mail:%' AND locked_at IS NULL`,
    );
    await query(`SELECT graphile_worker.add_job('look-after-mails')`);
  }

  beforeAll(async () => {
    mails = await MailServer.start();
    mute = new MuteServer();
    app = await startTestApp({ config: { smtpUrl: mails.url } });
    await app.empty();
    town = await makeMunicipality(app.dataSource);
    for (const email of neighbours) {
      const body = { municipality: town.slug, email, frequency: 'at-once', language: 'sv' };
      const { status } = await app.api().post('/subscriptions', { key: true, body });
      expect(status).toBe(202);
    }
    for (const { id } of await query<{ id: string }>('SELECT id FROM subscriptions')) {
      const token = app.get(SubscriptionSecrets).token('subscription', id);
      await app.api().post('/subscription-confirmations', { body: { token } });
    }
    await query('DELETE FROM graphile_worker._private_jobs');
  });
  afterAll(async () => {
    for (const child of running) await child.end();
    await app.stop();
    await mails.down();
  });

  it('a kill between the commit and the server loses no mail and sends none twice', async () => {
    const { child, url } = await open(await mute.up());
    await send(url);
    await until('mails wait', async () => (await states()).length === neighbours.length);
    await aQuarterPasses();
    await until('one is on its way', async () => mute.calls > 0 && (await states()).includes('sending'));
    await child.end('SIGKILL');
    await mute.down();
    expect(mails.taken).toEqual([]);
    // Ten minutes later its process counts as dead.
    await query(`UPDATE mails SET claimed_at = claimed_at - interval '11 minutes' WHERE state = 'sending'`);
    await query(
      `SELECT graphile_worker.force_unlock_workers(array_agg(DISTINCT locked_by)) FROM graphile_worker._private_jobs
       WHERE locked_by IS NOT NULL HAVING count(*) > 0`,
    );
    await open(mails.url);
    await aQuarterPasses();
    await until('all are sent', async () => (await states()).every((state) => state === 'sent'));
    expect(mails.taken.map(({ to }) => to).sort()).toEqual([...neighbours].sort());
  }, 400_000);

  it('two processes send each mail once', async () => {
    mails.taken.length = 0;
    const { url } = await open(mails.url);
    for (let n = 0; n < 3; n += 1) await send(url);
    await until('mails wait', async () => (await states()).filter((state) => state === 'waiting').length > 0);
    await until('all that came in is in them', async () => {
      const [row] = await query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM subscription_news',
      );
      return row?.count === 4 * neighbours.length;
    });
    await aQuarterPasses();
    await until('all are sent', async () => (await states()).every((state) => state === 'sent'));
    expect(mails.taken.map(({ to }) => to).sort()).toEqual([...neighbours].sort());
    expect(new Set(mails.taken.map(({ mail }) => mail.messageId)).size).toBe(neighbours.length);
    expect(mails.taken.every(({ mail }) => mail.subject?.startsWith('3 nyheter'))).toBe(true);
  }, 400_000);

  it('two processes count calls together', async () => {
    const { url: one } = await open(mails.url);
    const { url: other } = await open(mails.url);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const response = await fetch(`${n % 2 === 0 ? one : other}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ email: 'ingen@example.org', password: 'fel-fel-fel-fel' }),
      });
      statuses.push(response.status);
    }
    // Ten attempts at one account from one address, wherever they arrive.
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  }, 400_000);
});
