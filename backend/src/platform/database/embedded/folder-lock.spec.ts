import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Child } from '../../../../test/support/child.js';
import { FolderInUse, lockFolder } from './folder-lock.js';

const holdFolder = new URL('../../../../test/support/processes/hold-folder.ts', import.meta.url);
const temporary = (): string => mkdtempSync(join(tmpdir(), 'lofteskartan-lock-'));

describe('a folder', () => {
  const children: Child[] = [];
  const other = (folder: string): Child => {
    const child = new Child(holdFolder, [folder]);
    children.push(child);
    return child;
  };
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => child.end()));
  });

  it('is for one process; the other is told which and where', async () => {
    const folder = temporary();
    const holder = other(folder);
    await holder.says(/holds/);
    const refusal = lockFolder(folder);
    await expect(refusal).rejects.toBeInstanceOf(FolderInUse);
    await expect(refusal).rejects.toThrow(`The folder ${folder} is in use by process ${holder.pid}.`);
    await expect(other(folder).says(/in use by process \d+/)).resolves.toContain(String(holder.pid));
  });

  it('is free at once when its holder was killed, however often', async () => {
    const folder = temporary();
    for (let i = 0; i < 3; i += 1) {
      const holder = other(folder);
      await holder.says(/holds/);
      await holder.end('SIGKILL');
    }
    const start = Date.now();
    const release = await lockFolder(folder);
    expect(Date.now() - start).toBeLessThan(1000);
    await release();
    expect(readdirSync(join(folder, 'lock'))).toEqual([]);
  });

  it('is free when its holder let go', async () => {
    const folder = temporary();
    await (
      await lockFolder(folder)
    )();
    await (
      await lockFolder(folder)
    )();
  });

  it('goes to exactly one of many that ask at once, also over a dead one’s lock', async () => {
    const folder = temporary();
    const dead = other(folder);
    await dead.says(/holds/);
    await dead.end('SIGKILL');
    for (let round = 0; round < 5; round += 1) {
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
      const held = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
      expect(held).toHaveLength(1);
      await held[0]?.();
    }
  });

  it('may lie deep, deeper than a socket’s address may be long', async () => {
    const folder = join(temporary(), ...Array.from({ length: 12 }, () => 'a-rather-long-name'));
    mkdirSync(folder, { recursive: true });
    const holder = other(folder);
    await holder.says(/holds/);
    await expect(lockFolder(folder)).rejects.toThrow(`process ${holder.pid}`);
    await holder.end('SIGKILL');
    await (
      await lockFolder(folder)
    )();
  });
});
