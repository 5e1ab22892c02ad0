import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BenchDatabase } from './bench-database.js';
import { freePort } from './temporary-cluster.js';

/** A server that is measured. */
export interface Target {
  readonly port: number;
  /** Memory in use, bytes; 0 where the system does not tell. */
  readonly memory: () => number;
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The settings under which the application is measured: production's, but for the limits on how often one address may call. */
export function settings(database: BenchDatabase, port: number, dataDir: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: String(port),
    SECRET_KEY: 'a secret for measuring, worth nothing to anybody',
    DEMO: 'off',
    RATE_LIMITS: 'off',
  };
}

/** The whole application as `npm start` runs it, its log thrown away. */
export async function startApp(database: BenchDatabase, dataDir: string): Promise<Target> {
  const port = await freePort();
  const child = spawn(process.execPath, [here('../src/main.js')], {
    env: { PATH: process.env.PATH, ...settings(database, port, dataDir) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let waited = 0; !(await isReady(port)); waited += 100) {
    if (child.exitCode !== null || waited > 60_000) throw new Error('The application did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return targetOf(child, port);
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
}

/** The bare server that sends the same statements. */
export async function startBare(database: BenchDatabase, recordingFile: string): Promise<Target> {
  const port = await freePort();
  const child = fork(here('bare-server.main.js'), [recordingFile, database.url, String(port)]);
  await once(child, 'message');
  return targetOf(child, port);
}

function targetOf(child: ChildProcess, port: number): Target {
  return {
    port,
    memory: () => memoryOf(child.pid ?? 0),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

function memoryOf(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
