import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Child } from '../../../../test/support/child.js';

const main = new URL('../../../main.ts', import.meta.url);
const writeRows = new URL('../../../../test/support/processes/write-rows.ts', import.meta.url);

describe('a program with the embedded database', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lofteskartan-restart-'));
  const env = {
    PORT: '0',
    DEMO: 'off',
    LOG_LEVEL: 'warn',
    DATA_DIR: join(cwd, 'data'),
    DATABASE_URL: '',
    SECRET_KEY: '',
  };
  const running = new Set<Child>();
  const run = (file: URL): Child => {
    const child = new Child(file, [], { cwd, env });
    running.add(child);
    return child;
  };
  afterAll(() => Promise.all([...running].map((child) => child.end())));

  it('loses no row whose commit it told of when it is killed, and starts again at once', async () => {
    const told: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const child = run(writeRows);
      await child.says(/ready/, 120_000);
      const found = /found \[([\d,]*)\]/.exec(child.output)?.[1]?.split(',') ?? [];
      expect(told.filter((n) => !found.includes(n))).toEqual([]);
      await child.says(new RegExp(`(wrote[^]*){${10 + round * 7}}`));
      await child.end('SIGKILL');
      told.push(...[...child.output.matchAll(/wrote (\d+)\./g)].map(([, n = '']) => n));
    }
    expect(told.length).toBeGreaterThan(20);
  }, 240_000);

  it('refuses to share its folder, names the one that has it, and stops in good order', async () => {
    const first = run(main);
    const address = await first.says(/http:\/\/127\.0\.0\.1:\d+/, 120_000);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    const second = run(main);
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain(
      `The folder ${join(cwd, 'data', 'database')} is in use by process ${first.pid}.`,
    );
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect(await first.end('SIGTERM')).toBe(0);
    expect(first.output).toMatch(/finishing what runs …\nStopped\.\n$/);
  }, 240_000);
});
