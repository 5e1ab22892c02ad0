import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenLive } from '../src/medborgardialog/live/open-live.service.js';
import type { MedborgardialogRecord } from '../src/medborgardialog/medborgardialog.repository.js';
import { StatementRepository } from '../src/medborgardialog/statements/statement.repository.js';
import { startTestApp, type TestApp } from './support/app.js';
import { Child } from './support/child.js';
import { Hall, type Phone } from '../bench/hall.js';
import { makeDialogue } from './support/medborgardialog.js';
import { makeMunicipality } from './support/municipality.js';
import { testDatabaseUrl } from './support/test-run.js';

const main = new URL('../src/main.ts', import.meta.url);
const PHONES = 40;

/** The whole product as two processes of their own on one database, and a hall of phones. */
describe('a dialogue over two processes, one of which is killed in the middle', () => {
  let app: TestApp;
  let dialogue: MedborgardialogRecord;
  let hall: Hall;
  let phones: Phone[];
  const running: Child[] = [];

  async function open(): Promise<string> {
    const child = new Child(main, [], {
      env: {
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: '0',
        DATABASE_URL: testDatabaseUrl(),
        DATA_DIR: mkdtempSync(join(tmpdir(), 'lofteskartan-live-')),
        SECRET_KEY: app.config.secretKey,
        DEMO: 'off',
        RATE_LIMITS: 'on',
        LOG_LEVEL: 'silent',
      },
    });
    running.push(child);
    return /http:\S+/.exec(await child.says(/is open at http:\S+/, 240_000))?.[0] ?? '';
  }

  beforeAll(async () => {
    app = await startTestApp();
    const town = await makeMunicipality(app.dataSource);
    dialogue = await makeDialogue(app, town, { status: 'open' });
    await app.dataSource.transaction((manager) => app.get(OpenLive).opened(manager, dialogue.id));
    const statements = app.get(StatementRepository);
    const ids: string[] = [];
    for (const text of ['Mer ljus', 'Färre bilar', 'Fler bänkar']) {
      const id = await statements.insert(app.dataSource.manager, dialogue.id, { text, source: 'staff' });
      await statements.update(app.dataSource.manager, id, { text, status: 'open' });
      ids.push(id);
    }
    hall = new Hall([await open(), await open()], dialogue.shortCode, ids);
    phones = Array.from({ length: PHONES }, (_, number) => hall.phone(number));
    await Promise.all(phones.map((phone) => phone.hears(() => true, 30_000)));
  }, 480_000);
  afterAll(async () => {
    for (const phone of phones) phone.hangUp();
    hall.close();
    for (const child of running) await child.end();
    await app.stop();
  });

  it('every phone goes on, and nothing that was answered is lost or kept twice', async () => {
    const kill = new Promise<void>((resolve, reject) => {
      setTimeout(() => {
        running[0]?.end('SIGKILL').then(() => {
          resolve();
        }, reject);
      }, 150);
    });
    await Promise.all(
      phones.map(async (phone, number) => {
        for (let n = 0; n < 3; n += 1) {
          await phone.vote();
          if (n === 1 && number % 4 === 0) await phone.ask();
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
      }),
    );
    await kill;
    const votes = await app.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::integer AS n FROM medborgardialog_votes v JOIN medborgardialog_statements s ON s.id = v.statement_id
       WHERE s.dialogue_id = $1`,
      [dialogue.id],
    );
    expect(votes[0]?.n).toBe(hall.told.votes.size);
    expect(hall.told.votes.size).toBe(PHONES * 3);
    const questions = await app.dataSource.query<{ reference: string }[]>(
      'SELECT reference FROM medborgardialog_questions WHERE dialogue_id = $1',
      [dialogue.id],
    );
    expect(questions.map(({ reference }) => reference).sort()).toEqual([...hall.told.questions].sort());
    expect(hall.told.questions.size).toBe(PHONES / 4);
  }, 120_000);

  it('all phones hear the whole result from the process that is left', async () => {
    const isWhole = (board: Record<string, unknown>) => {
      const results = board.results as { answers: number | null }[];
      return results.length === 3 && results.every(({ answers }) => answers === PHONES);
    };
    await Promise.all(phones.map((phone) => phone.hears(isWhole, 20_000)));
  }, 60_000);
});
